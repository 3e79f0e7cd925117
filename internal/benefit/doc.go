// Package benefit tells how long people have lived on financial assistance: which of
// the classes of benefit history a person is in at a base month, for one person or
// for everybody in the country.
//
// The classes are data, classes.yaml, from 000, table 3. Each has a window of months
// that ends with the base month, a least number of months with assistance in it, and,
// but for the first, a longest break. A break is a run of months without assistance
// between two months with it, both in the window: months without before the first and
// after the last are no break.
//
// Two readings are ours. The source prints "2010-2015" for the class of five years,
// which is six; the window here is the five years that its name and its share of 45
// months say, 2011-2015 (75 per cent of the window, as in the classes of three and of
// ten years). And the window of the class of one year, which the source gives as the
// year 2015, is the twelve months that end with the base month.
//
// A person's months are bits, the base month the lowest, so that a class is a count of
// bits and some shifts, and processors with wide registers take eight persons at once.
// Package monthsfile reads them from a file.
//
// What may enter: definitions, months as bits, and the classes of a person and of
// many. No names, no files, no amounts.
package benefit
