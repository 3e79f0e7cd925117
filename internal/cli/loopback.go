package cli

import (
	"fmt"
	"net"
)

// LoopbackOnly refuses an address to serve at (host:port) that others than this
// machine can reach. What signs anybody in as anyone asks it first. A name is refused
// unless it is localhost: what it means is for others to say.
func LoopbackOnly(address string) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return &RefusedError{fmt.Errorf("the address %q: give it as 127.0.0.1:8080: %w", address, err)}
	}
	if ip := net.ParseIP(host); host == "localhost" || ip != nil && ip.IsLoopback() {
		return nil
	}
	return &RefusedError{fmt.Errorf("the address %q can be reached from other machines, and here anybody signs in as anyone: use 127.0.0.1, [::1] or localhost", address)}
}
