// Package manager is the manager's room: how the programme stands as a whole, each
// figure with its picture, its table and its file, and the lists behind them that a
// manager may see.
//
// What may enter: page actions of the manager. No rule, no SQL.
package manager
