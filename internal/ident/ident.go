package ident

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io"
	"sync"
	"time"
)

// ID is a UUID in its usual written form. The zero ID is the empty string and
// names nothing.
type ID string

// ErrNotAnID is returned for text that is not a UUID.
var ErrNotAnID = errors.New("not an identity")

// Parse reads the written form of a UUID, in lower case and with its four
// hyphens, as this package writes it.
func Parse(text string) (ID, error) {
	if len(text) != 36 {
		return "", ErrNotAnID
	}
	for i := range len(text) {
		c := text[i]
		switch i {
		case 8, 13, 18, 23:
			if c != '-' {
				return "", ErrNotAnID
			}
		default:
			if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
				return "", ErrNotAnID
			}
		}
	}
	return ID(text), nil
}

// String is the written form.
func (id ID) String() string { return string(id) }

// IsZero tells whether the ID names nothing.
func (id ID) IsZero() bool { return id == "" }

// Source makes new identities. It is handed in, so that a simulation made twice
// from one seed is the same to the byte.
type Source struct {
	mu     sync.Mutex
	random io.Reader
}

// NewSource makes identities out of the random bytes.
func NewSource(random io.Reader) *Source { return &Source{random: random} }

// New makes an identity that sorts at the instant.
func (s *Source) New(at time.Time) ID {
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], uint64(at.UnixMilli())<<16)
	s.mu.Lock()
	_, err := io.ReadFull(s.random, b[6:])
	s.mu.Unlock()
	if err != nil {
		// crypto/rand does not fail; a broken source must never make equal identities.
		panic("ident: no randomness: " + err.Error())
	}
	b[6] = b[6]&0x0f | 0x70
	b[8] = b[8]&0x3f | 0x80
	var text [36]byte
	hex.Encode(text[0:8], b[0:4])
	text[8] = '-'
	hex.Encode(text[9:13], b[4:6])
	text[13] = '-'
	hex.Encode(text[14:18], b[6:8])
	text[18] = '-'
	hex.Encode(text[19:23], b[8:10])
	text[23] = '-'
	hex.Encode(text[24:36], b[10:16])
	return ID(text[:])
}
