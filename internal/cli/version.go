package cli

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"
)

// The linker writes these; see the Makefile.
var (
	version = ""
	commit  = ""
)

// Version is what the program says of itself.
type Version struct {
	Version string `json:"version"` // as git describes it, "development" outside a release build
	Commit  string `json:"commit"`  // with "+changed" where the tree was not as committed, "unknown" outside git
	Go      string `json:"go"`
}

// ThisVersion is the running program's.
func ThisVersion() Version {
	v := Version{Version: version, Commit: commit, Go: runtime.Version()}
	if v.Commit == "" {
		v.Commit = builtFrom()
	}
	if v.Version == "" {
		v.Version = "development"
	}
	return v
}

// builtFrom is the commit that a plain go build stamps.
func builtFrom() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	of, changed := "unknown", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			of = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = "+changed"
		}
	}
	return of + changed
}

type versionCommand struct {
	JSON bool `name:"json" help:"As JSON."`
}

func (c *versionCommand) Run(env *Env) error {
	v := ThisVersion()
	if c.JSON {
		return json.NewEncoder(env.Out).Encode(v)
	}
	_, err := fmt.Fprintf(env.Out, "fotfaste %s\ncommit %s\n%s\n", v.Version, v.Commit, v.Go)
	return err
}
