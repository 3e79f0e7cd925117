package main

import (
	"net/http/httptest"
	"testing"

	"fotfaste/internal/web/layout/pagetest"
)

func TestEveryPartIsWhole(t *testing.T) {
	handler, err := site(nil)
	if err != nil {
		t.Fatal(err)
	}
	b := pagetest.Over(handler)
	for _, language := range pagetest.Languages {
		b.Language = language
		for path, status := range map[string]int{"/": 200, "/phone": 200, "/form": 200, "/wrong": 422} {
			t.Run(language+path, func(t *testing.T) { b.Do(t, httptest.NewRequest("GET", path, nil)).Must(t, status) })
		}
	}
}
