// Package latin spells letters and signs that a narrow character set lacks with
// those it has: é as e, ß as ss, a long dash as a hyphen. Payment files and
// bookkeeping files are read by systems that know few characters.
//
// What may enter: how one sign is spelt with plainer ones. Which signs a file may
// hold is the matter of the format's own room.
package latin
