// Command measure runs a command and writes to a file, as JSON, what it took: the
// seconds on the wall, those that the processors worked for it, and the most memory it
// had at once.
//
//	measure took.json COMMAND [ARGUMENT...]
//
// It exits as the command does. What may enter: nothing more.
package main
