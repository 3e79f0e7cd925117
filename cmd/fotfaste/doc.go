// Command fotfaste is the whole of Fotfäste in one program: the pages, the JSON
// interface and every command. Package cli has the commands; nothing else may
// enter here.
package main
