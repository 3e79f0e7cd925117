// Package person is who the programme is for: a name, a personal identity number
// that masks itself, a birth day, a language, the level of protection, and the
// children a person has custody of.
//
// What may enter: facts about a person that hold whatever case they are in, and
// the folding of names that search rests on. Not the case (package casefile), not
// who may see what (package access): this room only says how strongly a person is
// protected.
//
// Sources: the form of the identity number is folkbokföringslagen (1991:481) 18
// and 18 a §§; protection is offentlighets- och sekretesslagen (2009:400) 22 kap.
// and folkbokföringslagen 16 §; children count for the supplement of 000.
package person
