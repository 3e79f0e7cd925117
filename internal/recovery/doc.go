// Package recovery is what follows when a participant has been paid too much: the
// statement of it, the participant's own view, a person's decision on whether it is to
// be paid back and how, and the paying back until nothing is left.
//
// The sources are silent on the recovery of this compensation: 000 says what a week
// pays, and nothing of what becomes of a krona too much; no statute on the compensation
// exists that could say it either. The programme has therefore chosen, on 22 November
// 2026, and each choice is a rule here:
//
//   - Nothing is claimed without a decision by a person with reasons. That somebody has
//     received what they had no right to does not by itself make a debt: whose mistake
//     it was, whether it was received and used in good faith, how long ago, and what it
//     would mean to pay it back are for a person to weigh. The general principles of
//     private law (condictio indebiti) are not automated.
//   - Nothing is netted against a later payment: participants live on this money (000).
//   - Whoever it concerns is told what the matter stands on and has at least LeastDays
//     days to say their view before it is decided (förvaltningslagen (2017:900) 25 §).
//     The decision has reasons (32 §) and is communicated with how to appeal (33 §).
//   - Nobody is asked back for what they have not got: the statement is not sent, nor the
//     first decision made, while a payment of the weeks is not with the participant. What
//     the bank was sent counts as received ten days after the bank's pay day if the bank
//     has said nothing against it, so that a bank that never answers stops nobody.
//   - Who prepared or attested the run in which it was found does not decide about it.
//   - Nothing falls due sooner than DueDays days after the decision, longer than the
//     time to appeal (44 §); at most MostInstalments instalments; no interest, no fee.
//   - A week that rises again before the decision takes back its own overpayment, so
//     that the recovery shrinks and closes itself. What has been decided stands until a
//     person decides again.
//   - What the participant was let keep is in their hands: a later rise of the same week
//     is met by it first, so that no krona is paid twice, and what was decided stays as
//     it was decided. What is claimed is not met: the rise is paid in full, the claim
//     stands, and those who decide are told to look again.
//   - What is repaid covers the first week first, and what is dropped the last week first.
//
// What may enter: states, the reckoning of what is undecided and left, and the rules of
// each step. Not amounts of weeks (compensation), not accounts (ledger), not letters,
// no storage.
package recovery
