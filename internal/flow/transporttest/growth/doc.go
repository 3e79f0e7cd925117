// Command growth writes, as the rows of a table, what solving takes as instances grow: the
// processor's seconds for the solving alone and for each edge, and for the whole command
// with reading and writing, and its memory; and the same solving by another program, where
// one is given. It ends with 1 where the other finds another optimum or is faster.
//
//	growth -match bin/fotfaste [-other PROGRAM] [-sizes 2000:180,20000:900]
//
// What may enter: nothing more.
package main
