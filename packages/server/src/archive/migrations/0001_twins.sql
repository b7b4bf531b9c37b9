CREATE TABLE "archive_twins" (
	"case_id" text NOT NULL,
	"sha256" text NOT NULL,
	"sop_instance_uid" text NOT NULL,
	"of_sha256" text NOT NULL,
	CONSTRAINT "archive_twins_case_id_sha256_sop_instance_uid_pk" PRIMARY KEY("case_id","sha256","sop_instance_uid")
);
