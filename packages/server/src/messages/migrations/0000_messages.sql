CREATE TABLE "messages_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"case_id" text,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "messages_mails_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE INDEX "messages_mails_at" ON "messages_mails" USING btree ("at" DESC NULLS LAST);