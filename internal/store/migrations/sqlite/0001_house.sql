-- +goose Up
-- Every table begins with the municipality: one municipality is one tenant, its
-- rows live together, and no key of one can name a row of another.

CREATE TABLE municipality (
  municipality TEXT NOT NULL PRIMARY KEY, -- the four-figure municipal code
  name         TEXT NOT NULL
) STRICT;

CREATE TABLE organisation (
  municipality TEXT NOT NULL REFERENCES municipality (municipality),
  id           TEXT NOT NULL,
  kind         TEXT NOT NULL,
  name         TEXT NOT NULL,
  locality     TEXT NOT NULL,
  PRIMARY KEY (municipality, id)
) STRICT;

CREATE TABLE person (
  municipality    TEXT NOT NULL REFERENCES municipality (municipality),
  id              TEXT NOT NULL,
  identity_number TEXT NOT NULL, -- twelve figures; data, never a key
  given_name      TEXT NOT NULL,
  family_name     TEXT NOT NULL,
  sort_name       TEXT NOT NULL, -- folded, in Swedish order
  birth           TEXT NOT NULL,
  gender          TEXT NOT NULL,
  protection      TEXT NOT NULL,
  language        TEXT NOT NULL,
  locality        TEXT NOT NULL,
  phone           TEXT NOT NULL,
  email           TEXT NOT NULL,
  born_abroad     INTEGER NOT NULL,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, identity_number)
) STRICT;
CREATE INDEX person_by_sort_name ON person (municipality, sort_name, id);

-- One row for each folded word that a person can be found by, and for each of the
-- beginnings of its words, of one to three letters, as "*and". The rows of one word
-- lie in name order, so that a search for a common beginning reads fifty and stops.
CREATE TABLE person_word (
  municipality TEXT NOT NULL,
  word         TEXT NOT NULL,
  sort_name    TEXT NOT NULL, -- the person's
  person_id    TEXT NOT NULL,
  PRIMARY KEY (municipality, word, sort_name, person_id),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_word_by_person ON person_word (municipality, person_id, word);

CREATE TABLE child (
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  person_id    TEXT NOT NULL, -- the parent
  birth        TEXT NOT NULL,
  custody_from TEXT NOT NULL,
  custody_to   TEXT NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id),
  CHECK (custody_from <= custody_to)
) STRICT;
CREATE INDEX child_by_parent ON child (municipality, person_id);

CREATE TABLE assistance_spell ( -- social assistance, by whole months
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  person_id    TEXT NOT NULL,
  from_day     TEXT NOT NULL,
  to_day       TEXT, -- null while it goes on
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id)
) STRICT;
CREATE INDEX assistance_by_person ON assistance_spell (municipality, person_id);

CREATE TABLE account ( -- someone who can sign in
  municipality    TEXT NOT NULL,
  id              TEXT NOT NULL,
  organisation_id TEXT, -- null for participants
  person_id       TEXT, -- the participant, or the same human being as a citizen
  name            TEXT NOT NULL,
  email           TEXT NOT NULL,
  subject         TEXT NOT NULL, -- issuer and subject at the identity provider
  language        TEXT NOT NULL,
  active          INTEGER NOT NULL,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, subject),
  FOREIGN KEY (municipality, organisation_id) REFERENCES organisation (municipality, id),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id)
) STRICT;
CREATE INDEX account_by_subject ON account (subject);

CREATE TABLE account_role (
  municipality TEXT NOT NULL,
  account_id   TEXT NOT NULL,
  role         TEXT NOT NULL,
  PRIMARY KEY (municipality, account_id, role),
  FOREIGN KEY (municipality, account_id) REFERENCES account (municipality, id)
) STRICT;

CREATE TABLE conflict_of_interest ( -- relatives and others an account may not handle
  municipality TEXT NOT NULL,
  account_id   TEXT NOT NULL,
  person_id    TEXT NOT NULL,
  reason       TEXT NOT NULL,
  PRIMARY KEY (municipality, account_id, person_id),
  FOREIGN KEY (municipality, account_id) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id)
) STRICT;

CREATE TABLE programme_case (
  municipality    TEXT NOT NULL,
  id              TEXT NOT NULL,
  number          TEXT NOT NULL,
  person_id       TEXT NOT NULL,
  state           TEXT NOT NULL,
  version         INTEGER NOT NULL,
  opened_on       TEXT NOT NULL,
  opened_at       TEXT NOT NULL,
  manager_id      TEXT, -- the case manager's account
  main_obstacle   TEXT NOT NULL,
  goal            TEXT NOT NULL, -- in the participant's own words
  ladder_step     INTEGER NOT NULL, -- 0 until assessed, else 1-6
  ability_hours   INTEGER NOT NULL, -- hours a week; -1 until assessed
  planned_hours   INTEGER NOT NULL, -- hours a week in the agreed plan
  next_contact_on TEXT,
  programme_from  TEXT, -- the granted span, with extensions
  programme_to    TEXT,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, number),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id),
  FOREIGN KEY (municipality, manager_id) REFERENCES account (municipality, id)
) STRICT;
-- A person may have several cases over the years, one open at a time.
CREATE UNIQUE INDEX programme_case_open ON programme_case (municipality, person_id)
  WHERE state NOT IN ('closed', 'refused');
CREATE INDEX programme_case_by_person ON programme_case (municipality, person_id);
CREATE INDEX programme_case_by_state ON programme_case (municipality, state);
CREATE INDEX programme_case_by_manager ON programme_case (municipality, manager_id, state);

CREATE TABLE case_member ( -- the case team: who has a task in the case, and when
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  account_id   TEXT NOT NULL,
  task         TEXT NOT NULL,
  from_day     TEXT NOT NULL,
  to_day       TEXT, -- null while it goes on
  reason       TEXT NOT NULL, -- why it began; a changed case manager needs one
  notes        TEXT NOT NULL, -- what the next case manager needs to know
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, account_id) REFERENCES account (municipality, id)
) STRICT;
CREATE INDEX case_member_by_case ON case_member (municipality, case_id);
CREATE INDEX case_member_by_account ON case_member (municipality, account_id, case_id);

CREATE TABLE case_event ( -- the journey as a line of what happened
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  at           TEXT NOT NULL,
  kind         TEXT NOT NULL,
  part         TEXT NOT NULL, -- the part of the case it belongs to
  actor_id     TEXT,
  actor_name   TEXT NOT NULL, -- as it was then
  detail       TEXT NOT NULL, -- JSON: the values in its sentence
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id)
) STRICT;
CREATE INDEX case_event_by_case ON case_event (municipality, case_id, at);

CREATE TABLE eligibility_verdict (
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  made_at      TEXT NOT NULL,
  made_by      TEXT NOT NULL,
  rule_set     TEXT NOT NULL,
  outcome      TEXT NOT NULL,
  facts        TEXT NOT NULL, -- JSON: what it was judged on
  verdict      TEXT NOT NULL, -- JSON: each criterion, explained
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, made_by) REFERENCES account (municipality, id)
) STRICT;
CREATE INDEX eligibility_by_case ON eligibility_verdict (municipality, case_id, made_at);

CREATE TABLE assessment (
  municipality       TEXT NOT NULL,
  id                 TEXT NOT NULL,
  case_id            TEXT NOT NULL,
  instrument         TEXT NOT NULL,
  instrument_version TEXT NOT NULL,
  rater              TEXT NOT NULL,
  rated_by           TEXT NOT NULL,
  started_at         TEXT NOT NULL,
  saved_at           TEXT NOT NULL,
  completed_at       TEXT, -- null while half done
  answers            TEXT NOT NULL, -- JSON
  profile            TEXT NOT NULL, -- JSON, empty object until completed
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, rated_by) REFERENCES account (municipality, id)
) STRICT;
CREATE INDEX assessment_by_case ON assessment (municipality, case_id, started_at);
CREATE INDEX assessment_by_instrument ON assessment (municipality, instrument, case_id, rater, completed_at);

CREATE TABLE decision (
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  kind         TEXT NOT NULL,
  from_day     TEXT NOT NULL,
  to_day       TEXT, -- null where the decision has no end
  reason       TEXT NOT NULL,
  decided_by   TEXT NOT NULL,
  decided_at   TEXT NOT NULL,
  supersedes   TEXT,
  advice       TEXT NOT NULL, -- JSON: where to turn instead, of a refusal
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, decided_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, supersedes) REFERENCES decision (municipality, id)
) STRICT;
CREATE INDEX decision_by_case ON decision (municipality, case_id, decided_at);

CREATE TABLE plan ( -- one row a version; a proposed version never changes
  municipality  TEXT NOT NULL,
  id            TEXT NOT NULL,
  case_id       TEXT NOT NULL,
  number        INTEGER NOT NULL,
  state         TEXT NOT NULL,
  content       TEXT NOT NULL, -- JSON: goals, tracks, activities
  written_by    TEXT NOT NULL,
  saved_at      TEXT NOT NULL,
  proposed_at   TEXT,
  answers       TEXT NOT NULL, -- JSON: the participant's and the organisations'
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, case_id, number),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, written_by) REFERENCES account (municipality, id)
) STRICT;
CREATE INDEX plan_by_proposal ON plan (municipality, case_id, proposed_at);

CREATE TABLE intervention (
  municipality     TEXT NOT NULL,
  id               TEXT NOT NULL,
  provider_id      TEXT NOT NULL,
  name             TEXT NOT NULL,
  sort_name        TEXT NOT NULL,
  category         TEXT NOT NULL,
  kind             TEXT NOT NULL,
  theme            TEXT NOT NULL,
  locality         TEXT NOT NULL,
  places           INTEGER NOT NULL,
  hours_per_place  INTEGER NOT NULL, -- hours a week
  held_hours       INTEGER NOT NULL, -- offered, accepted and started hours a week
  content          TEXT NOT NULL, -- JSON: purpose, steps, criteria, support
  active           INTEGER NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, provider_id) REFERENCES organisation (municipality, id),
  CHECK (places >= 0 AND hours_per_place >= 0),
  -- The capacity invariant: what is offered or started never exceeds what is there.
  CHECK (held_hours >= 0 AND held_hours <= places * hours_per_place)
) STRICT;
CREATE INDEX intervention_by_provider ON intervention (municipality, provider_id);

CREATE TABLE placement (
  municipality       TEXT NOT NULL,
  id                 TEXT NOT NULL,
  case_id            TEXT NOT NULL,
  intervention_id    TEXT NOT NULL,
  state              TEXT NOT NULL,
  track              TEXT NOT NULL,
  hours              INTEGER NOT NULL, -- hours a week
  from_day           TEXT NOT NULL,
  to_day             TEXT NOT NULL, -- a referral is never until further notice
  gate               TEXT NOT NULL, -- JSON: the legal gate as it was passed
  referred_by        TEXT NOT NULL,
  referred_at        TEXT NOT NULL,
  priority           TEXT NOT NULL, -- '' or 'precedence'
  precedence         TEXT NOT NULL, -- why
  queued_at          TEXT,
  offered_at         TEXT,
  offer_until        TEXT, -- last day to answer
  provider_said      TEXT NOT NULL, -- '', 'yes' or 'no'
  participant_said   TEXT NOT NULL,
  started_on         TEXT,
  ended_on           TEXT,
  declined_by        TEXT NOT NULL,
  reason             TEXT NOT NULL, -- why declined, interrupted or withdrawn
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, intervention_id) REFERENCES intervention (municipality, id),
  FOREIGN KEY (municipality, referred_by) REFERENCES account (municipality, id),
  CHECK (hours > 0),
  CHECK (from_day <= to_day)
) STRICT;
CREATE INDEX placement_by_case ON placement (municipality, case_id, state);
CREATE INDEX placement_by_start ON placement (municipality, case_id, started_on);
CREATE INDEX placement_by_intervention ON placement (municipality, intervention_id, state, queued_at);

CREATE TABLE attendance_day (
  municipality TEXT NOT NULL,
  placement_id TEXT NOT NULL,
  day          TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  reported     TEXT NOT NULL, -- by the participant; '' until then
  reported_at  TEXT,
  reported_by  TEXT,
  confirmed    TEXT NOT NULL, -- by the provider
  confirmed_at TEXT,
  confirmed_by TEXT,
  settled      TEXT NOT NULL, -- by the case manager, where the two differ
  settled_at   TEXT,
  settled_by   TEXT,
  PRIMARY KEY (municipality, placement_id, day),
  FOREIGN KEY (municipality, placement_id) REFERENCES placement (municipality, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_by_case ON attendance_day (municipality, case_id, day);
-- The days that wait for the case manager are few among very many. All columns of the
-- question stand in the index: SQLite would else rather read the whole table.
CREATE INDEX attendance_in_conflict ON attendance_day (municipality, case_id, settled, reported, confirmed)
  WHERE settled = '' AND reported <> '' AND confirmed <> '' AND reported <> confirmed;

CREATE TABLE payment_run (
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  week_from    TEXT NOT NULL, -- the Monday of the week that is paid
  state        TEXT NOT NULL,
  prepared_by  TEXT NOT NULL,
  prepared_at  TEXT NOT NULL,
  attested_by  TEXT,
  attested_at  TEXT,
  total        INTEGER NOT NULL, -- kronor
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, prepared_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, attested_by) REFERENCES account (municipality, id),
  CHECK (state IN ('proposed', 'attested', 'withdrawn')),
  CHECK ((state = 'attested') = (attested_by IS NOT NULL)),
  -- Two pairs of eyes: nobody attests what they prepared themselves.
  CHECK (attested_by IS NULL OR attested_by <> prepared_by)
) STRICT;
CREATE INDEX payment_run_by_week ON payment_run (municipality, week_from);
-- One proposal at a time for a week.
CREATE UNIQUE INDEX payment_run_proposed ON payment_run (municipality, week_from) WHERE state = 'proposed';

CREATE TABLE compensation_week ( -- a calculated week, kept as it was calculated
  municipality  TEXT NOT NULL,
  id            TEXT NOT NULL,
  case_id       TEXT NOT NULL,
  week_from     TEXT NOT NULL,
  base          INTEGER NOT NULL, -- kronor
  child         INTEGER NOT NULL,
  total         INTEGER NOT NULL,
  explanation   TEXT NOT NULL, -- JSON: every step, its inputs and its source
  conflicts     INTEGER NOT NULL DEFAULT 0, -- days that waited for the case manager when it was calculated
  unconfirmed   INTEGER NOT NULL DEFAULT 0, -- reported days that the provider had not confirmed
  calculated_at TEXT NOT NULL,
  run_id        TEXT, -- the payment run that carries it
  withdrawn_at  TEXT, -- when its run was withdrawn; the week may be calculated again
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, run_id) REFERENCES payment_run (municipality, id),
  CHECK (total = base + child AND base >= 0 AND child >= 0)
) STRICT;
-- A week is paid once.
CREATE UNIQUE INDEX compensation_week_once ON compensation_week (municipality, case_id, week_from) WHERE withdrawn_at IS NULL;
CREATE INDEX compensation_by_run ON compensation_week (municipality, run_id);

CREATE TABLE contact ( -- follow-up contacts that were held or tried; the next one due stands on the case
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  due_on       TEXT, -- the day it was due, null where none was
  day          TEXT NOT NULL, -- when it was held
  kind         TEXT NOT NULL,
  reached      INTEGER NOT NULL, -- the participant was there or answered
  note         TEXT NOT NULL,
  held_by      TEXT NOT NULL,
  recorded_at  TEXT NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, held_by) REFERENCES account (municipality, id)
) STRICT;
CREATE INDEX contact_by_case ON contact (municipality, case_id, day);

CREATE TABLE step_move (
  municipality  TEXT NOT NULL,
  id            TEXT NOT NULL,
  case_id       TEXT NOT NULL,
  day           TEXT NOT NULL,
  from_step     INTEGER NOT NULL, -- 0 at the first assessment
  to_step       INTEGER NOT NULL,
  reason        TEXT NOT NULL,
  assessment_id TEXT,
  moved_by      TEXT NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, assessment_id) REFERENCES assessment (municipality, id),
  CHECK (to_step BETWEEN 1 AND 6 AND from_step BETWEEN 0 AND 6)
) STRICT;
CREATE INDEX step_move_by_case ON step_move (municipality, case_id, day);

CREATE TABLE case_exit (
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  day          TEXT NOT NULL,
  kind         TEXT NOT NULL,
  hours        INTEGER NOT NULL, -- of work, a week; 0 where it does not apply or is not known
  note         TEXT NOT NULL,
  recorded_by  TEXT NOT NULL,
  recorded_at  TEXT NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, recorded_by) REFERENCES account (municipality, id)
) STRICT;
CREATE INDEX case_exit_by_case ON case_exit (municipality, case_id, day);

CREATE TABLE outcome ( -- asked for at fixed months after the exit
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  months_after INTEGER NOT NULL,
  due_on       TEXT NOT NULL,
  standing     TEXT NOT NULL, -- '' until recorded
  source       TEXT NOT NULL, -- 'asked' or 'register', '' until recorded
  day          TEXT, -- the day it tells of
  hours        INTEGER NOT NULL, -- of work, a week; 0 where it does not apply or is not known
  recorded_at  TEXT,
  recorded_by  TEXT,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, case_id, months_after),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, recorded_by) REFERENCES account (municipality, id)
) STRICT;

CREATE TABLE consent (
  municipality    TEXT NOT NULL,
  id              TEXT NOT NULL,
  case_id         TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  part            TEXT NOT NULL, -- the part of the case it opens
  from_day        TEXT NOT NULL,
  until_day       TEXT NOT NULL,
  given_at        TEXT NOT NULL,
  revoked_at      TEXT,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, organisation_id) REFERENCES organisation (municipality, id)
) STRICT;
CREATE INDEX consent_by_case ON consent (municipality, case_id);
CREATE INDEX consent_by_organisation ON consent (municipality, organisation_id);

CREATE TABLE break_glass (
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  account_id   TEXT NOT NULL,
  reason       TEXT NOT NULL,
  from_at      TEXT NOT NULL,
  until_at     TEXT NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, account_id) REFERENCES account (municipality, id)
) STRICT;
CREATE INDEX break_glass_by_account ON break_glass (municipality, account_id, case_id);

-- The journal. No foreign keys: it outlives what it speaks of. No update, ever.
CREATE TABLE journal (
  municipality TEXT NOT NULL,
  seq          INTEGER NOT NULL,
  at           TEXT NOT NULL,
  kind         TEXT NOT NULL, -- act, read or refusal
  act          TEXT NOT NULL, -- what was done, read or refused
  ground       TEXT NOT NULL, -- the access rule that decided
  account_id   TEXT NOT NULL,
  account_name TEXT NOT NULL, -- as it was then
  role         TEXT NOT NULL,
  organisation TEXT NOT NULL,
  case_id      TEXT NOT NULL, -- '' where it concerns no case
  person_id    TEXT NOT NULL,
  detail       TEXT NOT NULL, -- JSON
  previous     TEXT NOT NULL, -- hash of the entry before
  hash         TEXT NOT NULL,
  PRIMARY KEY (municipality, seq)
) STRICT;
CREATE INDEX journal_by_case ON journal (municipality, case_id, seq);
CREATE INDEX journal_by_account ON journal (municipality, account_id, seq);
CREATE INDEX journal_by_time ON journal (municipality, at);

CREATE TABLE journal_head ( -- the newest entry, so that a cut tail shows
  municipality TEXT NOT NULL PRIMARY KEY,
  seq          INTEGER NOT NULL,
  hash         TEXT NOT NULL
) STRICT;

CREATE TABLE form_receipt ( -- a form that was sent twice is taken in once
  municipality TEXT NOT NULL,
  account_id   TEXT NOT NULL,
  token        TEXT NOT NULL,
  at           TEXT NOT NULL,
  PRIMARY KEY (municipality, account_id, token)
) STRICT;

CREATE TABLE job ( -- work that waits for its time; enqueued with the act that caused it
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  kind         TEXT NOT NULL,
  subject_id   TEXT NOT NULL,
  due_at       TEXT NOT NULL,
  attempts     INTEGER NOT NULL,
  done_at      TEXT,
  failure      TEXT NOT NULL,
  PRIMARY KEY (municipality, id)
) STRICT;
CREATE INDEX job_waiting ON job (due_at) WHERE done_at IS NULL;

CREATE TABLE session ( -- before sign-in nobody has a municipality
  token   TEXT NOT NULL PRIMARY KEY, -- hashed
  data    TEXT NOT NULL, -- base64
  expires TEXT NOT NULL
) STRICT;
CREATE INDEX session_by_expiry ON session (expires);

CREATE TABLE case_number ( -- the next case number of each year
  municipality TEXT NOT NULL,
  year         INTEGER NOT NULL,
  latest       INTEGER NOT NULL,
  PRIMARY KEY (municipality, year)
) STRICT;
