package locale_test

import "fotfaste/internal/catalogue"

func catalogueKeys() []string {
	var keys []string
	keys = append(keys, each("catalogue.kind.", catalogue.Kinds()...)...)
	keys = append(keys, each("catalogue.theme.", catalogue.Themes()...)...)
	keys = append(keys, each("catalogue.category.", catalogue.Categories()...)...)
	keys = append(keys, each("catalogue.start.", catalogue.Starts()...)...)
	keys = append(keys, each("catalogue.price_model.", catalogue.PriceModels()...)...)
	keys = append(keys, each("catalogue.swedish.", catalogue.SwedishLevels()...)...)
	keys = append(keys, each("catalogue.main_cause.", catalogue.MainCauses()...)...)
	keys = append(keys, each("catalogue.decision.", catalogue.DecisionsRequired()...)...)
	keys = append(keys, each("catalogue.group.", catalogue.Groups()...)...)
	keys = append(keys, each("catalogue.outcome.", catalogue.Outcomes()...)...)
	keys = append(keys, each("catalogue.grade.", catalogue.Grades()...)...)
	keys = append(keys, each("catalogue.language.", catalogue.Tongues()...)...)
	keys = append(keys, each("catalogue.comparison.", catalogue.Comparisons()...)...)
	for _, card := range catalogue.Cards() {
		keys = append(keys, card.Name().Key, card.Finding().Key, card.Description().Key, card.Population().Key, card.Judgement().Key)
		for _, m := range card.Figures {
			keys = append(keys, card.Says(m).Key)
		}
	}
	for _, by := range catalogue.AllCriteria() {
		for _, outcome := range catalogue.Outcomes() {
			keys = append(keys, catalogue.CriterionResult{Criterion: by, Outcome: outcome}.Text().Key)
		}
	}
	return keys
}
