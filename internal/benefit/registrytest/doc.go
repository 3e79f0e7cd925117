// Package registrytest makes up the benefit histories of a country, so that the reading
// and the reckoning of them can be timed and compared. Nobody in it exists; their keys
// are no identity numbers.
//
// What may enter: made-up histories and the files of them, by a seed.
package registrytest
