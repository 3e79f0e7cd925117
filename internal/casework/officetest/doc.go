// Package officetest is a small town for tests: one municipality with an
// organisation and a person in every role, a clock that the test moves, and short
// ways to a case in any state. The ways go through the use cases themselves, so a
// test never stands on a state that the programme cannot reach.
//
// What may enter: people, places and the shortest way to a state. No assertion.
package officetest
