CREATE TABLE "archive_instances" (
	"case_id" text NOT NULL,
	"sop_instance_uid" text NOT NULL,
	"sha256" text NOT NULL,
	"study_instance_uid" text NOT NULL,
	"series_instance_uid" text NOT NULL,
	"size" bigint NOT NULL,
	"pack_id" text NOT NULL,
	"pack_offset" bigint NOT NULL,
	"first_segment" integer NOT NULL,
	"segments" integer[] NOT NULL,
	"header" jsonb NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "archive_instances_case_id_sop_instance_uid_sha256_pk" PRIMARY KEY("case_id","sop_instance_uid","sha256")
);
--> statement-breakpoint
CREATE TABLE "archive_packs" (
	"pack_id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"bytes" bigint NOT NULL,
	"instances" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "archive_instances_current" ON "archive_instances" USING btree ("case_id","sop_instance_uid") WHERE "archive_instances"."state" = 'current';--> statement-breakpoint
CREATE INDEX "archive_instances_series" ON "archive_instances" USING btree ("case_id","series_instance_uid");--> statement-breakpoint
CREATE INDEX "archive_packs_case" ON "archive_packs" USING btree ("case_id");