// Package sie writes vouchers for the municipality's bookkeeping, as a file of
// SIE type 4I, and reads such a file back.
//
// The format is from 1992 and so is its character set, PC8: code page 437. Letters
// that it lacks are spelt with those it has (é it has, ø is o), signs without
// a plainer spelling become a question mark, and a backslash becomes a slash, since
// the format has a backslash before a quotation mark and no way of writing one that
// stands for itself.
//
// What may enter: the form of the file and the rules it sets: vouchers that
// balance, on accounts that the file names, on days in its fiscal year. Which
// accounts and vouchers there are belongs to the use cases. Source: SIE-Gruppen,
// SIE file format 4B.
package sie
