CREATE TABLE "delivery_guests" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"person_id" text,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"code_hash" text,
	"code_until" timestamp (3) with time zone,
	"wrong_codes" integer DEFAULT 0 NOT NULL,
	"session_hash" text,
	"session_until" timestamp (3) with time zone,
	CONSTRAINT "delivery_guests_session_hash_unique" UNIQUE("session_hash")
);
--> statement-breakpoint
CREATE INDEX "delivery_guests_case" ON "delivery_guests" USING btree ("case_id");