// Package static carries the page styles, the fonts and the one small script
// inside the binary, and serves them under an address that changes with their
// content, so that a browser keeps them for a year and never sees old ones.
//
// The files are built into dist by `npm run styles` from the sources in styles/
// at the root of the repository, and are not kept in git. The program can be
// compiled and its pages tested without them; Open refuses to serve without.
//
// What may enter: files that pages point at. Nothing that is made per request.
package static
