package payaccount

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

func TestAnAccountMasksItself(t *testing.T) {
	for _, a := range []Account{
		{Kind: Swedish, Clearing: "81034", Number: "0009783242"},
		{Kind: IBAN, IBAN: "SE7280000810340009783242"},
	} {
		var log bytes.Buffer
		slog.New(slog.NewTextHandler(&log, nil)).Info("paid", "account", a)
		inJSON, err := json.Marshal(struct{ Account Account }{a})
		if err != nil {
			t.Fatal(err)
		}
		for _, shown := range []string{
			fmt.Sprint(a), fmt.Sprintf("%v %+v %#v %s %q", a, a, a, a, a), fmt.Sprintf("%+v", struct{ Account Account }{a}),
			log.String(), string(inJSON), a.Masked(),
		} {
			if strings.Contains(shown, "8103") || strings.Contains(shown, "978") || !strings.Contains(shown, "3242") {
				t.Errorf("shown: %s", shown)
			}
		}
	}
}

func TestFull(t *testing.T) {
	for want, a := range map[string]Account{
		"8103-4, 0009783242":            {Kind: Swedish, Clearing: "81034", Number: "0009783242"},
		"5839, 8257466":                 {Kind: Swedish, Clearing: "5839", Number: "8257466"},
		"SE72 8000 0810 3400 0978 3242": {Kind: IBAN, IBAN: "SE7280000810340009783242"},
	} {
		if got := a.Full(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if none := (Account{}); none.Masked() != "" || none.Bank() != "" || !none.IsZero() {
		t.Errorf("no account shows %q %q", none.Masked(), none.Bank())
	}
}
