// Command cluster starts one PostgreSQL for as long as a command runs, so that all
// test packages share it:
//
//	go run ./internal/store/storetest/cluster go test ./...
//
// What may enter: nothing more; the cluster itself is package storetest's.
package main
