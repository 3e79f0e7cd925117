package signin

import (
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// Config is what sign-in at providers needs to know. New checks it.
type Config struct {
	Base      string // the address people reach the site at: https://fotfaste.example.se
	Providers []Provider
	Proxies   []netip.Prefix // whose word on a visitor's address is taken
	PerMinute int            // begun or finished sign-ins from one address; 0 for the usual
}

// Provider is one issuer that we are registered with.
type Provider struct {
	Name   string // Staff or Participants
	Issuer string // exactly as the issuer writes it in its tokens

	ClientID     string
	ClientSecret Secret

	// RolesClaim is the claim of the ID token that holds the roles somebody may have,
	// by our codes: a text or a list, at its name or at a path with dots
	// (realm_access.roles). Empty where accounts here decide alone.
	RolesClaim string
	// NumberClaim is the claim that holds the personal identity number, where the
	// provider vouches for one. It leads a participant to their own account.
	NumberClaim string
	Scopes      []string // asked for beside openid
}

// The names of providers, each with a door of its own on the sign-in page.
const (
	Staff        = "staff"
	Participants = "participants"
)

// Secret is a text that no log and no message shows.
type Secret string

const hidden = "(secret)"

// String hides it.
func (Secret) String() string { return hidden }

// GoString hides it.
func (Secret) GoString() string { return hidden }

// LogValue hides it.
func (Secret) LogValue() slog.Value { return slog.StringValue(hidden) }

// MarshalText hides it.
func (Secret) MarshalText() ([]byte, error) { return []byte(hidden), nil }

// usualPerMinute lets a whole workplace behind one address begin its day, and keeps
// somebody who guesses from going on.
const usualPerMinute = 120

// Check tells what cannot be meant, in words for whoever runs the program.
func (c Config) Check() error {
	if len(c.Providers) == 0 {
		return fmt.Errorf("no provider to sign in at")
	}
	base, err := address("base address", c.Base)
	if err != nil {
		return err
	}
	if strings.Trim(base.Path, "/") != "" {
		return fmt.Errorf("the base address %s: give it without a path", c.Base)
	}
	if c.PerMinute < 0 {
		return fmt.Errorf("sign-ins per minute: %d is below zero", c.PerMinute)
	}
	var names, issuers []string
	for _, p := range c.Providers {
		if err := p.check(); err != nil {
			return fmt.Errorf("sign-in for %s: %w", p.Name, err)
		}
		if slices.Contains(names, p.Name) {
			return fmt.Errorf("sign-in for %s is given twice", p.Name)
		}
		if slices.Contains(issuers, p.Issuer+" "+p.ClientID) {
			return fmt.Errorf("sign-in for %s: the same issuer and client as another", p.Name)
		}
		names, issuers = append(names, p.Name), append(issuers, p.Issuer+" "+p.ClientID)
	}
	return nil
}

func (p Provider) check() error {
	if p.Name != Staff && p.Name != Participants {
		return fmt.Errorf("there is no such door")
	}
	if _, err := address("issuer", p.Issuer); err != nil {
		return err
	}
	switch {
	case strings.Contains(p.Issuer, "|"): // the mark between issuer and subject
		return fmt.Errorf("the issuer %s: a | cannot stand in it", p.Issuer)
	case p.ClientID == "":
		return fmt.Errorf("the client id is missing")
	case p.ClientSecret == "":
		return fmt.Errorf("the client secret is missing")
	case strings.TrimSpace(string(p.ClientSecret)) != string(p.ClientSecret):
		return fmt.Errorf("the client secret has space or a line break around it")
	}
	return nil
}

// address reads an absolute address. Everything but loopback goes by https: a code
// or a token in the clear is an account given away.
func address(what, text string) (*url.URL, error) {
	u, err := url.Parse(text)
	switch {
	case text == "":
		return nil, fmt.Errorf("the %s is missing", what)
	case err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return nil, fmt.Errorf("the %s %q: give it as https://host", what, text)
	case u.Scheme == "https", u.Scheme == "http" && onLoopback(u.Hostname()):
		return u, nil
	}
	return nil, fmt.Errorf("the %s %s: it must begin with https://", what, text)
}

func onLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// base is the address without a slash at its end.
func (c Config) base() string { return strings.TrimSuffix(c.Base, "/") }
