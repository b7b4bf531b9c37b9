CREATE TABLE "records_links" (
	"link_id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"request_id" text NOT NULL,
	"facility" text NOT NULL,
	"code_hash" text NOT NULL,
	"sealed_code" "bytea" NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone,
	CONSTRAINT "records_links_code_hash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "records_signatures" (
	"case_id" text NOT NULL,
	"request_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "records_signatures_case_id_request_id_pk" PRIMARY KEY("case_id","request_id")
);
--> statement-breakpoint
CREATE INDEX "records_links_case" ON "records_links" USING btree ("case_id");