package monthsfile

import "fotfaste/internal/benefit"

// found is months of a person that have been read and not yet been added to the table.
type found struct {
	key    []byte
	hash   uint32
	months benefit.Months
}

// add sets the month at the place; -1 is none.
func (f *found) add(n int) {
	if n >= 0 {
		f.months.Add(n)
	}
}

// batch is what is looked up together.
type batch struct {
	all   [64]found
	count int
}

// addAll adds the months of a batch and empties it.
//
// A large table lies far from the processor, and every look into it is a wait. Here all
// slots are looked into first and then all persons, none of which waits for another, so
// that the processor can wait for many at once.
func (p *people) addAll(b *batch) {
	var slots [len(b.all)]uint64
	var persons [len(b.all)]*person
	mask := uint64(len(p.slots) - 1)
	batch := b.all[:b.count]
	for i := range batch {
		slots[i] = p.slots[uint64(batch[i].hash)&mask]
	}
	for i := range batch {
		if slot := slots[i]; slot != 0 && uint32(slot) == batch[i].hash {
			key, found := batch[i].key, p.numbered(int(slot>>32)-1)
			if from, end := ends(key); p.is(found, key, from, end) {
				persons[i] = found
			}
		}
	}
	for i := range batch {
		f, found := &batch[i], persons[i]
		if found == nil {
			found = p.of(f.key, f.hash) // new, or not in its first slot
		}
		found.months = found.months.With(f.months)
		f.key = nil
	}
	b.count = 0
}
