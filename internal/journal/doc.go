// Package journal is the memory that nobody can quietly change: every act, every
// read and every refusal is an entry, and every entry carries the hash of the one
// before it. It follows the duty to log who has had personal data before their
// eyes (Patientdatalagen's pattern, HSLF-FS 2016:40, and OSL 26 kap. 1 § for what
// is protected) and gives the participant the answer to "who has read about me".
//
// What may enter: the entry, its hash and the checking of a chain. Pure: the store
// writes the entries, in the same transaction as the act they tell of.
package journal
