// Package jsonfile reads JSON that a person has written, so that what is wrong in it can
// be told with the path to it and the line it stands on. All that is wrong is told at
// once.
//
// What may enter: the form of JSON and of its plain values (text, yes or no, amounts,
// days' and months' own text). Not what any field means.
package jsonfile
