package cli

import (
	"regexp"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"fotfaste/internal/web/locale"
)

// languages a command may answer in.
var languages = []string{"sv", "en"}

// wordsFor are those in which a line that cannot be read is refused: the language that
// it asks for, or what its command has where it asks for none. Commands that look after
// the program have no --language and speak English.
func wordsFor(commands *kong.Node, args []string) *locale.Printer {
	at := slices.IndexFunc(args, func(a string) bool { return !strings.HasPrefix(a, "-") })
	if at < 0 {
		return locale.For("en")
	}
	named := slices.IndexFunc(commands.Children, func(c *kong.Node) bool { return c.Name == args[at] })
	if named < 0 || !hasLanguage(commands.Children[named]) {
		return locale.For("en")
	}
	for i, a := range args {
		asked, joined := strings.CutPrefix(a, "--language=")
		if a == "--language" && i+1 < len(args) {
			asked, joined = args[i+1], true
		}
		if joined && slices.Contains(languages, asked) {
			return locale.For(asked)
		}
	}
	return locale.For(languages[0])
}

// hasLanguage tells whether the command, or one of those under it, has --language.
func hasLanguage(command *kong.Node) bool {
	return slices.ContainsFunc(command.Flags, func(f *kong.Flag) bool { return f.Name == "language" }) ||
		slices.ContainsFunc(command.Children, hasLanguage)
}

// readings are how the reader of the line says what is wrong with it, and what each is
// in our words. The first that fits holds.
var readings = []struct {
	said  *regexp.Regexp
	key   string
	named []string // what the groups are
}{
	{regexp.MustCompile(`^unknown flag (\S+), did you mean (?:one of )?(.+)\?$`), "command.line.unknown_flag_near", []string{"Flag", "Near"}},
	{regexp.MustCompile(`^unknown flag (\S+)$`), "command.line.unknown_flag", []string{"Flag"}},
	{regexp.MustCompile(`^unexpected argument (.+), did you mean (?:one of )?(.+)\?$`), "command.line.unexpected_near", []string{"Said", "Near"}},
	{regexp.MustCompile(`^unexpected argument (.+)$`), "command.line.unexpected", []string{"Said"}},
	{regexp.MustCompile(`^missing flags: (.+)$`), "command.line.missing", []string{"Flags"}},
	{regexp.MustCompile(`^expected (?:one of )?(".+)$`), "command.line.expected", []string{"Known"}},
	{regexp.MustCompile(`^(--[\w-]+): expected \S+ value but got `), "command.line.no_value", []string{"Flag"}},
	{regexp.MustCompile(`^(--[\w-]+): expected an? .*\bu?int but got (.+)$`), "command.line.not_whole", []string{"Flag", "Said"}},
	{regexp.MustCompile(`^(--[\w-]+): bool value must .* but got (.+)$`), "command.line.takes_none", []string{"Flag", "Said"}},
	{regexp.MustCompile(`^(--[\w-]+) must be one of (.+) but got (.+)$`), "command.line.not_one_of", []string{"Flag", "Known", "Said"}},
}

// misread is what is wrong with a line that the reader refused. What it says in no known
// way is handed on as it is.
func misread(p *locale.Printer, err error) string {
	for _, r := range readings {
		found := r.said.FindStringSubmatch(err.Error())
		if found == nil {
			continue
		}
		var pairs []any
		for i, name := range r.named {
			pairs = append(pairs, name, found[i+1])
		}
		return p.Text(r.key, pairs...)
	}
	return p.Text("command.line.misread", "Because", err.Error())
}

var negative = regexp.MustCompile(`^-\d`)

// joinNegatives gives a flag the negative number after it, which would be read as a flag
// itself: --children -1 is --children=-1.
func joinNegatives(args []string) []string {
	var joined []string
	for _, a := range args {
		last := len(joined) - 1
		if last >= 0 && negative.MatchString(a) && len(joined[last]) > 2 && strings.HasPrefix(joined[last], "--") && !strings.Contains(joined[last], "=") {
			joined[last] += "=" + a
			continue
		}
		joined = append(joined, a)
	}
	return joined
}
