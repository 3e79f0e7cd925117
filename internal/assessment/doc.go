// Package assessment is the joint assessment: instruments as data, answers by two
// raters side by side, and the profile that comes out of them.
//
// An instrument is a YAML file in instruments: sections, questions, when each is
// shown, and what an answer means for the profile. A new one is a new file, never new
// code, and a municipality can read in one of its own with Parse. Its texts stand in
// the file itself, since they are what the instrument is; the texts of this room's
// own words and refusals are in the locale files.
//
// What may enter: questions, answers and what follows directly from them. Not what
// is planned because of them (package plan), and not other owners' instruments.
//
// Sources: "heltidsaktivering" asks for what 004 s. 6 reports on, with the barriers
// and earlier work of s. 6.3 and the children of s. 4.3; that activity ability is to be tried
// in a real setting is 004 s. 5.1. "progression" has its own wording for eleven
// themes known to matter for coming into work.
package assessment
