package locale

// Prefixes are the beginnings of keys that are built from codes with
// Printer.Code. Keys under them count as used. One line each, sorted; a code
// without a text shows on the page between ⟦ and ⟧ and fails the page's test.
var Prefixes = []string{
	"access.",
	"act.",
	"attendance.status.",
	"case_part.",
	"casefile.state.",
	"event.",
	"fault.",
	"fault.next.",
	"fault.title.",
	"ground.",
	"intake.instrument.",
	"intake.task.",
	"language.",
	"payment.state.",
	"payment.step.",
	"person.protection.",
	"role.",
	"signin.door.",
	"signin.door.help.",
	"signin.failed.heading.",
	"signin.failed.next.",
	"signin.failed.why.",
	"signin.role.help.",
	"signin.turn_to.",
	"week.run.",
	"worker.home.heading.",
	"worker.home.lead.",
	"worker_home.answer.",
	"worker_home.need.",
	"worker_home.need_detail.",
	"worker_home.show.",
	"worker_home.target.",
}
