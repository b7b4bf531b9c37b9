CREATE TABLE "delivery_files" (
	"case_id" text NOT NULL,
	"sha256" text NOT NULL,
	"kind" text NOT NULL,
	"size" bigint NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "delivery_files_case_id_sha256_pk" PRIMARY KEY("case_id","sha256")
);
