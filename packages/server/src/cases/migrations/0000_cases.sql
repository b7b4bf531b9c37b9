CREATE TABLE "cases_events" (
	"case_id" text NOT NULL,
	"version" integer NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" jsonb NOT NULL,
	"data" jsonb NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "cases_events_case_id_version_pk" PRIMARY KEY("case_id","version")
);
--> statement-breakpoint
CREATE TABLE "cases_numbers" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases_rows" (
	"case_id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"stage" text NOT NULL,
	"is_over" boolean NOT NULL,
	"patient_person_id" text,
	"referrer_person_id" text,
	"reader_ids" text[] NOT NULL,
	"reading_by" text,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cases_rows_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "cases_states" (
	"case_id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX "cases_rows_newest" ON "cases_rows" USING btree ("is_over","updated_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "cases_rows_patient" ON "cases_rows" USING btree ("patient_person_id");--> statement-breakpoint
CREATE INDEX "cases_rows_referrer" ON "cases_rows" USING btree ("referrer_person_id");--> statement-breakpoint
CREATE INDEX "cases_rows_reading_by" ON "cases_rows" USING btree ("reading_by");--> statement-breakpoint
CREATE INDEX "cases_rows_readers" ON "cases_rows" USING gin ("reader_ids");--> statement-breakpoint
CREATE FUNCTION "cases_events_are_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the record of a case is never changed: % on cases_events', TG_OP;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "cases_events_no_change" BEFORE UPDATE OR DELETE ON "cases_events" FOR EACH ROW EXECUTE FUNCTION "cases_events_are_kept"();
--> statement-breakpoint
CREATE TRIGGER "cases_events_no_truncate" BEFORE TRUNCATE ON "cases_events" FOR EACH STATEMENT EXECUTE FUNCTION "cases_events_are_kept"();
