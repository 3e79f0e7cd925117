package cli

import (
	"fmt"
	"net/netip"
	"os"
	"strings"

	"fotfaste/internal/web/signin"
)

// signinFlags are how sign-in is set up: an issuer for staff, one for participants,
// or both. The secrets come from a file or the environment and never from the
// command line, which every user of the machine can read.
type signinFlags struct {
	Base         string        `env:"FOTFASTE_BASE" placeholder:"URL" help:"The address people reach the site at: https://fotfaste.example.se. Issuers send people back to its /signin/callback."`
	Staff        providerFlags `embed:"" prefix:"staff-" envprefix:"FOTFASTE_STAFF_"`
	Participants providerFlags `embed:"" prefix:"participants-" envprefix:"FOTFASTE_PARTICIPANTS_"`
	Proxies      []string      `name:"proxy" env:"FOTFASTE_PROXY" placeholder:"ADDRESS" help:"A proxy in front, as an address or a network (10.0.0.0/24): its X-Forwarded-For is believed."`
	PerMinute    int           `name:"signin-per-minute" default:"120" env:"FOTFASTE_SIGNIN_PER_MINUTE" help:"Sign-ins begun or finished in a minute from one address."`
}

type providerFlags struct {
	Issuer           string   `env:"ISSUER" placeholder:"URL" help:"The OpenID Connect issuer, exactly as it writes itself."`
	ClientID         string   `env:"CLIENT_ID" placeholder:"NAME" help:"What the issuer calls this site."`
	ClientSecretFile string   `env:"CLIENT_SECRET_FILE" placeholder:"FILE" type:"path" help:"A file with the client secret. Without one the secret is read from the environment, where the variable is named like this one without _FILE."`
	RolesClaim       string   `env:"ROLES_CLAIM" placeholder:"CLAIM" help:"The claim with the roles somebody may have at most; without it the accounts decide."`
	NumberClaim      string   `env:"NUMBER_CLAIM" placeholder:"CLAIM" help:"The claim with the personal identity number, by which a participant is known the first time."`
	Scopes           []string `env:"SCOPES" placeholder:"SCOPE" help:"Scopes to ask for beside openid."`
}

// config is what the flags and the environment say, checked.
func (f signinFlags) config() (*signin.Config, error) {
	c := &signin.Config{Base: f.Base, PerMinute: f.PerMinute}
	for _, text := range f.Proxies {
		network, err := netip.ParsePrefix(text)
		if one, bad := netip.ParseAddr(text); bad == nil {
			network, err = netip.PrefixFrom(one, one.BitLen()), nil
		}
		if err != nil {
			return nil, &RefusedError{fmt.Errorf("the proxy %q is neither an address nor a network", text)}
		}
		c.Proxies = append(c.Proxies, network)
	}
	for _, door := range []struct {
		name, variable string
		providerFlags
	}{
		{signin.Staff, "FOTFASTE_STAFF_CLIENT_SECRET", f.Staff},
		{signin.Participants, "FOTFASTE_PARTICIPANTS_CLIENT_SECRET", f.Participants},
	} {
		secret, err := secretFrom(door.ClientSecretFile, door.variable)
		if err != nil {
			return nil, &RefusedError{fmt.Errorf("sign-in for %s: %w", door.name, err)}
		}
		if door.Issuer == "" && door.ClientID == "" && secret == "" {
			continue
		}
		c.Providers = append(c.Providers, signin.Provider{Name: door.name, Issuer: door.Issuer, ClientID: door.ClientID,
			ClientSecret: secret, RolesClaim: door.RolesClaim, NumberClaim: door.NumberClaim, Scopes: door.Scopes})
	}
	if len(c.Providers) == 0 {
		return nil, &RefusedError{fmt.Errorf("nobody could sign in: give --staff-issuer or --participants-issuer, with client id and secret (or run fotfaste demo)")}
	}
	if err := c.Check(); err != nil {
		return nil, &RefusedError{err}
	}
	return c, nil
}

// secretFrom is the secret in the file, or in the environment where there is no
// file. The line break that editors end a file with is not part of it.
func secretFrom(file, variable string) (signin.Secret, error) {
	if file == "" {
		return signin.Secret(os.Getenv(variable)), nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("the client secret: %w", err)
	}
	return signin.Secret(strings.TrimRight(string(text), "\r\n")), nil
}
