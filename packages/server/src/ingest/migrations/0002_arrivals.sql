CREATE TABLE "ingest_arrivals" (
	"arrival_id" text PRIMARY KEY NOT NULL,
	"way" text NOT NULL,
	"sender" text NOT NULL,
	"address" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"study" jsonb,
	"case_id" text,
	"because" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"upload_id" text,
	"import_id" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "ingest_associations" (
	"association_id" text PRIMARY KEY NOT NULL,
	"calling_ae" text NOT NULL,
	"called_ae" text NOT NULL,
	"address" text NOT NULL,
	"is_tls" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	"stored" integer NOT NULL,
	"failed" integer NOT NULL,
	"trouble" text
);
--> statement-breakpoint
CREATE INDEX "ingest_arrivals_state" ON "ingest_arrivals" USING btree ("state","at");--> statement-breakpoint
CREATE INDEX "ingest_associations_at" ON "ingest_associations" USING btree ("at");