package placement

// State is where a referral stands.
type State string

const (
	Proposed    State = "proposed"
	Referred    State = "referred"
	Queued      State = "queued"
	Offered     State = "offered"
	Accepted    State = "accepted"
	Declined    State = "declined"
	Started     State = "started"
	Interrupted State = "interrupted"
	Completed   State = "completed"
	Withdrawn   State = "withdrawn"
)
