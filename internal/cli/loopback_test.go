package cli

import "testing"

func TestLoopbackOnly(t *testing.T) {
	for address, want := range map[string]int{
		"127.0.0.1:8080":          Fine,
		"127.9.9.9:0":             Fine,
		"[::1]:8080":              Fine,
		"localhost:8080":          Fine,
		"[::ffff:127.0.0.1]:80":   Fine,
		":8080":                   Refused, // every address of the machine
		"0.0.0.0:8080":            Refused,
		"[::]:8080":               Refused,
		"192.168.1.5:8080":        Refused,
		"10.0.0.1:8080":           Refused,
		"[fe80::1%eth0]:8080":     Refused,
		"demo.example.se:8080":    Refused,
		"localhost.example.se:80": Refused,
		"127.0.0.1":               Refused, // no port
		"":                        Refused,
	} {
		if got := tell(Env{Err: t.Output()}, LoopbackOnly(address)); got != want {
			t.Errorf("%q: exit code %d, want %d", address, got, want)
		}
	}
}
