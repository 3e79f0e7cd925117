package casework

import (
	"errors"

	"fotfaste/internal/fault"
)

// besideField puts the message of a rule's fault beside the field that it is about.
// Any other error passes as it is.
func besideField(name string, err error) error {
	var no *fault.Error
	if !errors.As(err, &no) {
		return err
	}
	fields := fault.Fields{{Name: name, Text: no.Text}}
	return fields.Err()
}
