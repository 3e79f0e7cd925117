package monthsfile

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"

	"fotfaste/internal/benefit"
)

// person is the months of one, and the key it goes by. A key of up to 16 bytes is held
// by its size and its two ends, which meet or overlap. Of a longer one the second word
// is where it lies.
type person struct {
	months    benefit.Months
	from, end uint64
	size      int
}

// The sizes of what is taken from the machine at a time.
const (
	shortKey   = 16      // bytes
	personsPer = 1 << 12 // in a block
	bytesPer   = 1 << 16 // of long keys
	firstSlots = 1 << 12
)

// people is a table of persons by key. Persons are kept in blocks that never move, so
// that a table that grows is never copied; what is found by the hash of a key is the
// number of a person, and whether it is the one is told by the whole key.
type people struct {
	seed   maphash.Seed
	slots  []uint64 // the lower half of the hash, and the number counted from one; 0 is free
	blocks [][]person
	long   [][]byte
	count  int
}

func newPeople(seed maphash.Seed) *people {
	return &people{seed: seed, slots: make([]uint64, firstSlots)}
}

func (p *people) hash(key []byte) uint32 { return uint32(maphash.Bytes(p.seed, key)) }

// of is the person with the key and its hash, and makes it where there is none. The key
// is not kept.
func (p *people) of(key []byte, hash uint32) *person {
	from, end := ends(key)
	mask := uint64(len(p.slots) - 1)
	at := uint64(hash) & mask
	for ; p.slots[at] != 0; at = (at + 1) & mask {
		if uint32(p.slots[at]) != hash {
			continue
		}
		found := p.numbered(int(p.slots[at]>>32) - 1)
		if p.is(found, key, from, end) {
			return found
		}
	}
	made := p.add(key, from, end)
	p.slots[at] = uint64(p.count)<<32 | uint64(hash)
	if 4*p.count > 3*len(p.slots) {
		p.grow()
	}
	return made
}

// is tells whether the person goes by the key, whose ends are given.
func (p *people) is(found *person, key []byte, from, end uint64) bool {
	if found.size != len(key) || found.from != from {
		return false
	}
	return found.size <= shortKey && found.end == end || found.size > shortKey && bytes.Equal(p.longKey(found), key)
}

// ends are the first and the last eight bytes of a key; of a shorter one all of it.
func ends(key []byte) (from, end uint64) {
	if len(key) >= 8 {
		return binary.LittleEndian.Uint64(key), binary.LittleEndian.Uint64(key[len(key)-8:])
	}
	for i, b := range key {
		from |= uint64(b) << (8 * i)
	}
	return from, 0
}

func (p *people) numbered(n int) *person { return &p.blocks[n/personsPer][n%personsPer] }

func (p *people) add(key []byte, from, end uint64) *person {
	if p.count == len(p.blocks)*personsPer {
		p.blocks = append(p.blocks, make([]person, personsPer))
	}
	made := p.numbered(p.count)
	p.count++
	if len(key) > shortKey {
		end = p.keep(key)
	}
	made.from, made.end, made.size = from, end, len(key)
	return made
}

// keep writes down a long key, and returns where.
func (p *people) keep(key []byte) (at uint64) {
	last := len(p.long) - 1
	if last < 0 || len(p.long[last])+len(key) > cap(p.long[last]) {
		p.long = append(p.long, make([]byte, 0, max(bytesPer, len(key))))
		last++
	}
	at = uint64(last)<<32 | uint64(len(p.long[last]))
	p.long[last] = append(p.long[last], key...)
	return at
}

func (p *people) longKey(of *person) []byte {
	at := int(uint32(of.end))
	return p.long[of.end>>32][at : at+of.size]
}

// key writes the key of the person over into.
func (p *people) key(of *person, into []byte) []byte {
	if of.size > shortKey {
		return append(into[:0], p.longKey(of)...)
	}
	var whole [shortKey]byte
	binary.LittleEndian.PutUint64(whole[:], of.from)
	if of.size >= 8 {
		binary.LittleEndian.PutUint64(whole[of.size-8:], of.end)
	}
	return append(into[:0], whole[:of.size]...)
}

// grow doubles the slots. The lower half of a hash is enough to place them.
func (p *people) grow() {
	before := p.slots
	p.slots = make([]uint64, 2*len(before))
	mask := uint64(len(p.slots) - 1)
	for _, slot := range before {
		if slot == 0 {
			continue
		}
		at := uint64(uint32(slot)) & mask
		for p.slots[at] != 0 {
			at = (at + 1) & mask
		}
		p.slots[at] = slot
	}
}

// all goes through the persons.
func (p *people) all(yield func(*person) bool) {
	for i, block := range p.blocks {
		for j := range block[:min(personsPer, p.count-i*personsPer)] {
			if !yield(&block[j]) {
				return
			}
		}
	}
}

// take adds the months of everybody in another table.
func (p *people) take(other *people) {
	var key []byte
	for from := range other.all {
		key = other.key(from, key)
		to := p.of(key, p.hash(key))
		to.months = to.months.With(from.months)
	}
}
