package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// The hours of a place are taken by one conditional update: what is there can be taken
// to the last hour, and one hour more is answered no, before the CHECK has to refuse.
func TestHoldTakesToTheLastHourAndNoFurther(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		kitchen := town.Kitchen(3, 10)
		err := db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			row, err := tx.Intervention(ctx, kitchen)
			if err != nil {
				return err
			}
			free := row.FreeHours()
			if taken, err := tx.Hold(ctx, kitchen, free+1); err != nil || taken {
				t.Errorf("one hour more than there is: taken %v, %v", taken, err)
			}
			if taken, err := tx.Hold(ctx, kitchen, free); err != nil || !taken {
				t.Errorf("all there is: taken %v, %v", taken, err)
			}
			if taken, err := tx.Hold(ctx, kitchen, 1); err != nil || taken {
				t.Errorf("an hour of a full place: taken %v, %v", taken, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
