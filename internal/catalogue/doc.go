// Package catalogue is the interventions that participants can be referred to:
// what each is for, whom it takes and how many hours are free (004 s. 7.1-7.4;
// the themes are those of 002).
//
// What may enter: the shape of an intervention, the ledger of its hours week by
// week, its typed criteria and how a participant's facts stand against them. Not
// who holds the places (placement) and not which is best for whom (flow).
package catalogue
