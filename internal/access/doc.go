// Package access answers one question for the whole house: may this person do
// this with that case? The answer comes from one ordered list of rules, the first
// that matches decides, and every refusal says by which rule.
//
// The same list compiles to a condition in SQL (see Filter), so that a list, a
// count, a search or an export holds exactly the cases that Decide would open; a
// property test holds that the two agree.
//
// It follows secrecy in social services (OSL 26 kap. 1 §, consent 10 kap. 1 § and
// 12 kap. 2 §), the rule that nobody handles their own or a relative's case, and
// the protection of identity (folkbokföringslagen 16 §; OSL 22 kap. 1-2 §§).
//
// What may enter: who people are to a case, and the rules. No database, no clock.
package access
