// Command gallery serves one page with every part of the frame, one as a
// participant sees on a telephone, and one form with everything wrong in it, to be
// looked at while the look is worked on:
//
//	npm run styles && go run ./internal/web/layout/gallery
//
// What may enter: samples of the parts. The persons in them are made up.
package main
