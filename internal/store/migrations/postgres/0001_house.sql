-- +goose Up
-- Every table begins with the municipality: one municipality is one tenant, its
-- rows live together, and no key of one can name a row of another.

CREATE TABLE municipality (
  municipality text NOT NULL PRIMARY KEY, -- the four-figure municipal code
  name         text NOT NULL
);

CREATE TABLE organisation (
  municipality text NOT NULL REFERENCES municipality (municipality),
  id           uuid NOT NULL,
  kind         text NOT NULL,
  name         text NOT NULL,
  locality     text NOT NULL,
  PRIMARY KEY (municipality, id)
);

CREATE TABLE person (
  municipality    text NOT NULL REFERENCES municipality (municipality),
  id              uuid NOT NULL,
  identity_number text NOT NULL, -- twelve figures; data, never a key
  given_name      text NOT NULL,
  family_name     text NOT NULL,
  sort_name       text COLLATE "C" NOT NULL, -- folded, in Swedish order
  birth           date NOT NULL,
  gender          text NOT NULL,
  protection      text NOT NULL,
  language        text NOT NULL,
  locality        text NOT NULL,
  phone           text NOT NULL,
  email           text NOT NULL,
  born_abroad     boolean NOT NULL,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, identity_number)
);
CREATE INDEX person_by_sort_name ON person (municipality, sort_name, id);

-- One row for each folded word that a person can be found by, and for each of the
-- beginnings of its words, of one to three letters, as "*and". The rows of one word
-- lie in name order, so that a search for a common beginning reads fifty and stops.
CREATE TABLE person_word (
  municipality text NOT NULL,
  word         text COLLATE "C" NOT NULL,
  sort_name    text COLLATE "C" NOT NULL, -- the person's
  person_id    uuid NOT NULL,
  PRIMARY KEY (municipality, word, sort_name, person_id),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id)
);
CREATE INDEX person_word_by_person ON person_word (municipality, person_id, word);

CREATE TABLE child (
  municipality text NOT NULL,
  id           uuid NOT NULL,
  person_id    uuid NOT NULL, -- the parent
  birth        date NOT NULL,
  custody_from date NOT NULL,
  custody_to   date NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id),
  CHECK (custody_from <= custody_to)
);
CREATE INDEX child_by_parent ON child (municipality, person_id);

CREATE TABLE assistance_spell ( -- social assistance, by whole months
  municipality text NOT NULL,
  id           uuid NOT NULL,
  person_id    uuid NOT NULL,
  from_day     date NOT NULL,
  to_day       date, -- null while it goes on
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id)
);
CREATE INDEX assistance_by_person ON assistance_spell (municipality, person_id);

CREATE TABLE account ( -- someone who can sign in
  municipality    text NOT NULL,
  id              uuid NOT NULL,
  organisation_id uuid, -- null for participants
  person_id       uuid, -- the participant, or the same human being as a citizen
  name            text NOT NULL,
  email           text NOT NULL,
  subject         text NOT NULL, -- issuer and subject at the identity provider
  language        text NOT NULL,
  active          boolean NOT NULL,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, subject),
  FOREIGN KEY (municipality, organisation_id) REFERENCES organisation (municipality, id),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id)
);
CREATE INDEX account_by_subject ON account (subject);

CREATE TABLE account_role (
  municipality text NOT NULL,
  account_id   uuid NOT NULL,
  role         text NOT NULL,
  PRIMARY KEY (municipality, account_id, role),
  FOREIGN KEY (municipality, account_id) REFERENCES account (municipality, id)
);

CREATE TABLE conflict_of_interest ( -- relatives and others an account may not handle
  municipality text NOT NULL,
  account_id   uuid NOT NULL,
  person_id    uuid NOT NULL,
  reason       text NOT NULL,
  PRIMARY KEY (municipality, account_id, person_id),
  FOREIGN KEY (municipality, account_id) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id)
);

CREATE TABLE programme_case (
  municipality    text NOT NULL,
  id              uuid NOT NULL,
  number          text NOT NULL,
  person_id       uuid NOT NULL,
  state           text NOT NULL,
  version         integer NOT NULL,
  opened_on       date NOT NULL,
  opened_at       timestamptz NOT NULL,
  manager_id      uuid, -- the case manager's account
  main_obstacle   text NOT NULL,
  goal            text NOT NULL, -- in the participant's own words
  ladder_step     integer NOT NULL, -- 0 until assessed, else 1-6
  ability_hours   integer NOT NULL, -- hours a week; -1 until assessed
  planned_hours   integer NOT NULL, -- hours a week in the agreed plan
  next_contact_on date,
  programme_from  date, -- the granted span, with extensions
  programme_to    date,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, number),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id),
  FOREIGN KEY (municipality, manager_id) REFERENCES account (municipality, id)
);
-- A person may have several cases over the years, one open at a time.
CREATE UNIQUE INDEX programme_case_open ON programme_case (municipality, person_id)
  WHERE state NOT IN ('closed', 'refused');
CREATE INDEX programme_case_by_person ON programme_case (municipality, person_id);
CREATE INDEX programme_case_by_state ON programme_case (municipality, state);
CREATE INDEX programme_case_by_manager ON programme_case (municipality, manager_id, state);

CREATE TABLE case_member ( -- the case team: who has a task in the case, and when
  municipality text NOT NULL,
  id           uuid NOT NULL,
  case_id      uuid NOT NULL,
  account_id   uuid NOT NULL,
  task         text NOT NULL,
  from_day     date NOT NULL,
  to_day       date, -- null while it goes on
  reason       text NOT NULL, -- why it began; a changed case manager needs one
  notes        text NOT NULL, -- what the next case manager needs to know
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, account_id) REFERENCES account (municipality, id)
);
CREATE INDEX case_member_by_case ON case_member (municipality, case_id);
CREATE INDEX case_member_by_account ON case_member (municipality, account_id, case_id);

CREATE TABLE case_event ( -- the journey as a line of what happened
  municipality text NOT NULL,
  id           uuid NOT NULL,
  case_id      uuid NOT NULL,
  at           timestamptz NOT NULL,
  kind         text NOT NULL,
  part         text NOT NULL, -- the part of the case it belongs to
  actor_id     uuid,
  actor_name   text NOT NULL, -- as it was then
  detail       text NOT NULL, -- JSON: the values in its sentence
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id)
);
CREATE INDEX case_event_by_case ON case_event (municipality, case_id, at);

CREATE TABLE eligibility_verdict (
  municipality text NOT NULL,
  id           uuid NOT NULL,
  case_id      uuid NOT NULL,
  made_at      timestamptz NOT NULL,
  made_by      uuid NOT NULL,
  rule_set     text NOT NULL,
  outcome      text NOT NULL,
  facts        text NOT NULL, -- JSON: what it was judged on
  verdict      text NOT NULL, -- JSON: each criterion, explained
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, made_by) REFERENCES account (municipality, id)
);
CREATE INDEX eligibility_by_case ON eligibility_verdict (municipality, case_id, made_at);

CREATE TABLE assessment (
  municipality       text NOT NULL,
  id                 uuid NOT NULL,
  case_id            uuid NOT NULL,
  instrument         text NOT NULL,
  instrument_version text NOT NULL,
  rater              text NOT NULL,
  rated_by           uuid NOT NULL,
  started_at         timestamptz NOT NULL,
  saved_at           timestamptz NOT NULL,
  completed_at       timestamptz, -- null while half done
  answers            text NOT NULL, -- JSON
  profile            text NOT NULL, -- JSON, empty object until completed
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, rated_by) REFERENCES account (municipality, id)
);
CREATE INDEX assessment_by_case ON assessment (municipality, case_id, started_at);
CREATE INDEX assessment_by_instrument ON assessment (municipality, instrument, case_id, rater, completed_at);

CREATE TABLE decision (
  municipality text NOT NULL,
  id           uuid NOT NULL,
  case_id      uuid NOT NULL,
  kind         text NOT NULL,
  from_day     date NOT NULL,
  to_day       date, -- null where the decision has no end
  reason       text NOT NULL,
  decided_by   uuid NOT NULL,
  decided_at   timestamptz NOT NULL,
  supersedes   uuid,
  advice       text NOT NULL, -- JSON: where to turn instead, of a refusal
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, decided_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, supersedes) REFERENCES decision (municipality, id)
);
CREATE INDEX decision_by_case ON decision (municipality, case_id, decided_at);

CREATE TABLE plan ( -- one row a version; a proposed version never changes
  municipality  text NOT NULL,
  id            uuid NOT NULL,
  case_id       uuid NOT NULL,
  number        integer NOT NULL,
  state         text NOT NULL,
  content       text NOT NULL, -- JSON: goals, tracks, activities
  written_by    uuid NOT NULL,
  saved_at      timestamptz NOT NULL,
  proposed_at   timestamptz,
  answers       text NOT NULL, -- JSON: the participant's and the organisations'
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, case_id, number),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, written_by) REFERENCES account (municipality, id)
);
CREATE INDEX plan_by_proposal ON plan (municipality, case_id, proposed_at);

CREATE TABLE intervention (
  municipality     text NOT NULL,
  id               uuid NOT NULL,
  provider_id      uuid NOT NULL,
  name             text NOT NULL,
  sort_name        text COLLATE "C" NOT NULL,
  category         text NOT NULL,
  kind             text NOT NULL,
  theme            text NOT NULL,
  locality         text NOT NULL,
  places           integer NOT NULL,
  hours_per_place  integer NOT NULL, -- hours a week
  held_hours       integer NOT NULL, -- offered, accepted and started hours a week
  content          text NOT NULL, -- JSON: purpose, steps, criteria, support
  active           boolean NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, provider_id) REFERENCES organisation (municipality, id),
  CHECK (places >= 0 AND hours_per_place >= 0),
  -- The capacity invariant: what is offered or started never exceeds what is there.
  CHECK (held_hours >= 0 AND held_hours <= places * hours_per_place)
);
CREATE INDEX intervention_by_provider ON intervention (municipality, provider_id);

CREATE TABLE placement (
  municipality       text NOT NULL,
  id                 uuid NOT NULL,
  case_id            uuid NOT NULL,
  intervention_id    uuid NOT NULL,
  state              text NOT NULL,
  track              text NOT NULL,
  hours              integer NOT NULL, -- hours a week
  from_day           date NOT NULL,
  to_day             date NOT NULL, -- a referral is never until further notice
  gate               text NOT NULL, -- JSON: the legal gate as it was passed
  referred_by        uuid NOT NULL,
  referred_at        timestamptz NOT NULL,
  priority           text NOT NULL, -- '' or 'precedence'
  precedence         text NOT NULL, -- why
  queued_at          timestamptz,
  offered_at         timestamptz,
  offer_until        date, -- last day to answer
  provider_said      text NOT NULL, -- '', 'yes' or 'no'
  participant_said   text NOT NULL,
  started_on         date,
  ended_on           date,
  declined_by        text NOT NULL,
  reason             text NOT NULL, -- why declined, interrupted or withdrawn
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, intervention_id) REFERENCES intervention (municipality, id),
  FOREIGN KEY (municipality, referred_by) REFERENCES account (municipality, id),
  CHECK (hours > 0),
  CHECK (from_day <= to_day)
);
CREATE INDEX placement_by_case ON placement (municipality, case_id, state);
CREATE INDEX placement_by_start ON placement (municipality, case_id, started_on);
CREATE INDEX placement_by_intervention ON placement (municipality, intervention_id, state, queued_at);

CREATE TABLE attendance_day (
  municipality text NOT NULL,
  placement_id uuid NOT NULL,
  day          date NOT NULL,
  case_id      uuid NOT NULL,
  reported     text NOT NULL, -- by the participant; '' until then
  reported_at  timestamptz,
  reported_by  uuid,
  confirmed    text NOT NULL, -- by the provider
  confirmed_at timestamptz,
  confirmed_by uuid,
  settled      text NOT NULL, -- by the case manager, where the two differ
  settled_at   timestamptz,
  settled_by   uuid,
  PRIMARY KEY (municipality, placement_id, day),
  FOREIGN KEY (municipality, placement_id) REFERENCES placement (municipality, id)
);
CREATE INDEX attendance_by_case ON attendance_day (municipality, case_id, day);
-- The days that wait for the case manager are few among very many. All columns of the
-- question stand in the index: SQLite would else rather read the whole table.
CREATE INDEX attendance_in_conflict ON attendance_day (municipality, case_id, settled, reported, confirmed)
  WHERE settled = '' AND reported <> '' AND confirmed <> '' AND reported <> confirmed;

CREATE TABLE payment_run (
  municipality text NOT NULL,
  id           uuid NOT NULL,
  week_from    date NOT NULL, -- the Monday of the week that is paid
  state        text NOT NULL,
  prepared_by  uuid NOT NULL,
  prepared_at  timestamptz NOT NULL,
  attested_by  uuid,
  attested_at  timestamptz,
  total        bigint NOT NULL, -- kronor
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, prepared_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, attested_by) REFERENCES account (municipality, id),
  CHECK (state IN ('proposed', 'attested', 'withdrawn')),
  CHECK ((state = 'attested') = (attested_by IS NOT NULL)),
  -- Two pairs of eyes: nobody attests what they prepared themselves.
  CHECK (attested_by IS NULL OR attested_by <> prepared_by)
);
CREATE INDEX payment_run_by_week ON payment_run (municipality, week_from);
-- One proposal at a time for a week.
CREATE UNIQUE INDEX payment_run_proposed ON payment_run (municipality, week_from) WHERE state = 'proposed';

CREATE TABLE compensation_week ( -- a calculated week, kept as it was calculated
  municipality  text NOT NULL,
  id            uuid NOT NULL,
  case_id       uuid NOT NULL,
  week_from     date NOT NULL,
  base          bigint NOT NULL, -- kronor
  child         bigint NOT NULL,
  total         bigint NOT NULL,
  explanation   text NOT NULL, -- JSON: every step, its inputs and its source
  conflicts     integer NOT NULL DEFAULT 0, -- days that waited for the case manager when it was calculated
  unconfirmed   integer NOT NULL DEFAULT 0, -- reported days that the provider had not confirmed
  calculated_at timestamptz NOT NULL,
  run_id        uuid, -- the payment run that carries it
  withdrawn_at  timestamptz, -- when its run was withdrawn; the week may be calculated again
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, run_id) REFERENCES payment_run (municipality, id),
  CHECK (total = base + child AND base >= 0 AND child >= 0)
);
-- A week is paid once.
CREATE UNIQUE INDEX compensation_week_once ON compensation_week (municipality, case_id, week_from) WHERE withdrawn_at IS NULL;
CREATE INDEX compensation_by_run ON compensation_week (municipality, run_id);

CREATE TABLE contact ( -- follow-up contacts that were held or tried; the next one due stands on the case
  municipality text NOT NULL,
  id           uuid NOT NULL,
  case_id      uuid NOT NULL,
  due_on       date, -- the day it was due, null where none was
  day          date NOT NULL, -- when it was held
  kind         text NOT NULL,
  reached      boolean NOT NULL, -- the participant was there or answered
  note         text NOT NULL,
  held_by      uuid NOT NULL,
  recorded_at  timestamptz NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, held_by) REFERENCES account (municipality, id)
);
CREATE INDEX contact_by_case ON contact (municipality, case_id, day);

CREATE TABLE step_move (
  municipality  text NOT NULL,
  id            uuid NOT NULL,
  case_id       uuid NOT NULL,
  day           date NOT NULL,
  from_step     integer NOT NULL, -- 0 at the first assessment
  to_step       integer NOT NULL,
  reason        text NOT NULL,
  assessment_id uuid,
  moved_by      uuid NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, assessment_id) REFERENCES assessment (municipality, id),
  CHECK (to_step BETWEEN 1 AND 6 AND from_step BETWEEN 0 AND 6)
);
CREATE INDEX step_move_by_case ON step_move (municipality, case_id, day);

CREATE TABLE case_exit (
  municipality text NOT NULL,
  id           uuid NOT NULL,
  case_id      uuid NOT NULL,
  day          date NOT NULL,
  kind         text NOT NULL,
  hours        integer NOT NULL, -- of work, a week; 0 where it does not apply or is not known
  note         text NOT NULL,
  recorded_by  uuid NOT NULL,
  recorded_at  timestamptz NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, recorded_by) REFERENCES account (municipality, id)
);
CREATE INDEX case_exit_by_case ON case_exit (municipality, case_id, day);

CREATE TABLE outcome ( -- asked for at fixed months after the exit
  municipality text NOT NULL,
  id           uuid NOT NULL,
  case_id      uuid NOT NULL,
  months_after integer NOT NULL,
  due_on       date NOT NULL,
  standing     text NOT NULL, -- '' until recorded
  source       text NOT NULL, -- 'asked' or 'register', '' until recorded
  day          date, -- the day it tells of
  hours        integer NOT NULL, -- of work, a week; 0 where it does not apply or is not known
  recorded_at  timestamptz,
  recorded_by  uuid,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, case_id, months_after),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, recorded_by) REFERENCES account (municipality, id)
);

CREATE TABLE consent (
  municipality    text NOT NULL,
  id              uuid NOT NULL,
  case_id         uuid NOT NULL,
  organisation_id uuid NOT NULL,
  part            text NOT NULL, -- the part of the case it opens
  from_day        date NOT NULL,
  until_day       date NOT NULL,
  given_at        timestamptz NOT NULL,
  revoked_at      timestamptz,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, organisation_id) REFERENCES organisation (municipality, id)
);
CREATE INDEX consent_by_case ON consent (municipality, case_id);
CREATE INDEX consent_by_organisation ON consent (municipality, organisation_id);

CREATE TABLE break_glass (
  municipality text NOT NULL,
  id           uuid NOT NULL,
  case_id      uuid NOT NULL,
  account_id   uuid NOT NULL,
  reason       text NOT NULL,
  from_at      timestamptz NOT NULL,
  until_at     timestamptz NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, account_id) REFERENCES account (municipality, id)
);
CREATE INDEX break_glass_by_account ON break_glass (municipality, account_id, case_id);

-- The journal. No foreign keys: it outlives what it speaks of. No update, ever.
CREATE TABLE journal (
  municipality text NOT NULL,
  seq          bigint NOT NULL,
  at           timestamptz NOT NULL,
  kind         text NOT NULL, -- act, read or refusal
  act          text NOT NULL, -- what was done, read or refused
  ground       text NOT NULL, -- the access rule that decided
  account_id   text NOT NULL,
  account_name text NOT NULL, -- as it was then
  role         text NOT NULL,
  organisation text NOT NULL,
  case_id      text NOT NULL, -- '' where it concerns no case
  person_id    text NOT NULL,
  detail       text NOT NULL, -- JSON
  previous     text NOT NULL, -- hash of the entry before
  hash         text NOT NULL,
  PRIMARY KEY (municipality, seq)
);
CREATE INDEX journal_by_case ON journal (municipality, case_id, seq);
CREATE INDEX journal_by_account ON journal (municipality, account_id, seq);
CREATE INDEX journal_by_time ON journal (municipality, at);

CREATE TABLE journal_head ( -- the newest entry, so that a cut tail shows
  municipality text NOT NULL PRIMARY KEY,
  seq          bigint NOT NULL,
  hash         text NOT NULL
);

CREATE TABLE form_receipt ( -- a form that was sent twice is taken in once
  municipality text NOT NULL,
  account_id   uuid NOT NULL,
  token        text NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (municipality, account_id, token)
);

CREATE TABLE job ( -- work that waits for its time; enqueued with the act that caused it
  municipality text NOT NULL,
  id           uuid NOT NULL,
  kind         text NOT NULL,
  subject_id   uuid NOT NULL,
  due_at       timestamptz NOT NULL,
  attempts     integer NOT NULL,
  done_at      timestamptz,
  failure      text NOT NULL,
  PRIMARY KEY (municipality, id)
);
CREATE INDEX job_waiting ON job (due_at) WHERE done_at IS NULL;

CREATE TABLE session ( -- before sign-in nobody has a municipality
  token   text NOT NULL PRIMARY KEY, -- hashed
  data    text NOT NULL, -- base64
  expires timestamptz NOT NULL
);
CREATE INDEX session_by_expiry ON session (expires);

CREATE TABLE case_number ( -- the next case number of each year
  municipality text NOT NULL,
  year         integer NOT NULL,
  latest       integer NOT NULL,
  PRIMARY KEY (municipality, year)
);
