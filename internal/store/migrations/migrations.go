package migrations

import "embed"

// SQLite holds the migrations of the embedded engine.
//
//go:embed sqlite/*.sql
var SQLite embed.FS

// Postgres holds the migrations of the production engine.
//
//go:embed postgres/*.sql
var Postgres embed.FS
