// Package appeal is what happens when somebody does not accept a decision: they appeal
// it, or ask the municipality to reconsider it, and from there to the court's answer.
//
// The rules are those of förvaltningslagen (2017:900), FL: the municipality may, and
// where the decision is plainly wrong must, change it (37-38 §§); an appeal is written
// to the court and handed in to the municipality (43 §), within three weeks from the
// day the person got the decision (44 §). The municipality tries whether it came in
// time (45 §), and if it did, hands it over to the court without delay, with its new
// decision where it has made one (46 §). A too late appeal is refused by a decision of
// its own, made by a person with a reason; where nobody knows the day the person got
// the decision, the doubt is theirs and the appeal is tried. The sections of FL are in
// none of the programme's sources and are not checked against the text of the act; the
// law book says so of those that it has.
//
// What may enter: what an appeal is, its states, and what may be done in each. Not the
// last day itself (package decision), not what a new decision says, not who may act
// (package access).
package appeal
