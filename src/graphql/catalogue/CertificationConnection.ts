import { ObjectType } from "type-graphql";
import { Certification } from "../../model/Certification.js";
import { connectionType, edgeType } from "../connection/connectionTypes.js";

@ObjectType({ description: "A certification in a list, with its cursor." })
export class CertificationEdge extends edgeType(() => Certification, "certification") {}

@ObjectType({ description: "A page of certifications." })
export class CertificationConnection extends connectionType(
  () => Certification,
  () => CertificationEdge,
  "certifications",
) {}
