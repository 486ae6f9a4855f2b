// Made by generate-api-types.ts from the declarations of the routes. Do not edit.

export interface paths {
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one's own password; every other session ends */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @constant */
                            done: true;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to set up an authenticator */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string;
                            secret: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the authenticator on with its first code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @constant */
                            done: true;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/totp/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the authenticator off, with the password and a code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @constant */
                            done: true;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The practices in which the actor has a role */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                actingRole: ("front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator") | null;
                                businessDate: string | null;
                                id: string;
                                /** @enum {string} */
                                kind: "practice" | "own-files" | "demo";
                                name: string;
                                roles: ("front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator")[];
                                timeZone: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Create a practice; its creator owns it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default practice
                         * @enum {string}
                         */
                        kind?: "practice" | "own-files" | "demo";
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            kind: string;
                            name: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The practice's own settings */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            kind: "practice" | "own-files" | "demo";
                            name: string;
                            revision: number;
                            timeZone: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename a practice or move its time zone */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        timeZone?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @constant */
                            done: true;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/practices/{practice}/acting-role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** See a demo practice in another role, with nothing more than one holds; null ends it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        role: ("front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator") | null;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            role: ("front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator") | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/adjustment-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How each group and reason of a payer is read: the practice's own rows, then the table's */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                condition: string | null;
                                /** Format: date */
                                effectiveFrom: string;
                                effectiveTo: string | null;
                                filingIndicator: string | null;
                                groupCode: string | null;
                                id: number | null;
                                note: string;
                                payer: string | null;
                                reasonCode: string | null;
                                remarkCode: string | null;
                                revision: number | null;
                                source: string;
                                treatment: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a row of the practice's own, from a day on, for one payer or all */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        effectiveFrom: string;
                        /** Format: date */
                        effectiveTo?: string;
                        /** @enum {string} */
                        groupCode: "CO" | "PI" | "OA" | "PR";
                        note: string;
                        payerId?: number;
                        reasonCode: string;
                        /** @enum {string} */
                        treatment: "contractual" | "denial" | "patient" | "hold";
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            policyId: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/adjustment-policies/{policy}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a row of the practice's own with a day */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    policy: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        effectiveTo: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            policyId: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/api-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The practice's API tokens, without their secrets */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                createdAt: string;
                                endsAt: string;
                                hint: string;
                                id: string;
                                name: string;
                                revokedAt: string | null;
                                roles: ("front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator")[];
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make an API token; its secret is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        roles: ("front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator")[];
                        /** @default 90 */
                        validDays?: number;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            endsAt: string;
                            id: string;
                            token: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/api-tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API token at once */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @constant */
                            done: true;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The appointments of some days by time, each with its clearance; at most 42 days */
        get: {
            parameters: {
                query: {
                    facility?: number;
                    from: string;
                    patient?: number;
                    provider?: number;
                    to: string;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                balanceCents: number;
                                clearance: {
                                    cents: number | null;
                                    isCleared: boolean;
                                    /** @enum {string} */
                                    light: "clear" | "ask" | "stop";
                                    reasons: {
                                        action: string;
                                        actionText: string;
                                        cents: number | null;
                                        code: string;
                                        detail: {
                                            [key: string]: string | number;
                                        };
                                        /** @enum {string} */
                                        severity: "stop" | "ask";
                                        text: string;
                                    }[];
                                };
                                /** Format: date */
                                day: string;
                                facility: string | null;
                                facilityId: number | null;
                                id: number;
                                isDoubleBooked: boolean;
                                /** @enum {string} */
                                kind: "new-patient" | "office-visit" | "follow-up" | "physical" | "procedure" | "therapy" | "telehealth" | "other";
                                minutes: number;
                                patient: string;
                                patientId: number;
                                payer: string | null;
                                provider: string | null;
                                providerId: number;
                                reason: string | null;
                                revision: number;
                                services: {
                                    modifiers: string;
                                    procedureCode: string;
                                    units: number;
                                }[];
                                /** Format: date-time */
                                startsAt: string;
                                /** @enum {string} */
                                state: "booked" | "arrived" | "done" | "no-show" | "cancelled";
                                stateReason: string | null;
                                time: string;
                            }[];
                            /** Format: date */
                            today: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Book an appointment */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        allowsDoubleBooking?: boolean;
                        day: string;
                        /** @default null */
                        facilityId?: number | null;
                        /** @enum {string} */
                        kind: "new-patient" | "office-visit" | "follow-up" | "physical" | "procedure" | "therapy" | "telehealth" | "other";
                        minutes: number;
                        patientId: number;
                        providerId: number;
                        /** @default  */
                        reason?: string;
                        /** @default [] */
                        services?: {
                            /** @default [] */
                            modifiers?: string[];
                            procedureCode: string;
                            /** @default 1 */
                            units?: number;
                        }[];
                        time: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            authorization: {
                                approvedUnits: number | null;
                                coverageId: number;
                                decidedOn: string | null;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                id: number;
                                /** @enum {string} */
                                kind: "authorization" | "referral" | "predetermination" | "notification";
                                memberId: string;
                                number: string | null;
                                patient: string;
                                patientId: number;
                                payer: string;
                                payerId: number;
                                plannedUnits: number;
                                procedureCodes: string[];
                                provider: string | null;
                                providerId: number | null;
                                reason: string | null;
                                remainingUnits: number | null;
                                requestedOn: string | null;
                                revision: number;
                                /** @enum {string} */
                                state: "requested" | "pended" | "approved" | "partly-approved" | "denied" | "not-required" | "cancelled";
                                /** @enum {string} */
                                unitKind: "visits" | "units";
                                usedUnits: number;
                                uses: {
                                    appointmentId: number;
                                    /** Format: date */
                                    day: string;
                                    isPlanned: boolean;
                                    units: number;
                                }[];
                            } | null;
                            balanceCents: number;
                            /** Format: date */
                            bookedOn: string;
                            checkIn: {
                                balanceCents: number;
                                /** Format: date-time */
                                checkedInAt: string;
                                checkedInBy: string;
                                copayCents: number;
                                method: string | null;
                                receiptNumber: string | null;
                                wasCleared: boolean;
                            } | null;
                            clearance: {
                                cents: number | null;
                                isCleared: boolean;
                                /** @enum {string} */
                                light: "clear" | "ask" | "stop";
                                reasons: {
                                    action: string;
                                    actionText: string;
                                    cents: number | null;
                                    code: string;
                                    detail: {
                                        [key: string]: string | number;
                                    };
                                    /** @enum {string} */
                                    severity: "stop" | "ask";
                                    text: string;
                                }[];
                            };
                            copayDueCents: number | null;
                            coverage: {
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                groupNumber: string | null;
                                id: number;
                                memberId: string;
                                needsAuthorization: boolean;
                                payer: string;
                                payerId: number;
                                plan: string | null;
                                relationship: string;
                            } | null;
                            /** Format: date */
                            day: string;
                            eligibility: {
                                answeredOn: string | null;
                                /** Format: date-time */
                                askedAt: string;
                                askedBy: string;
                                benefits: {
                                    benefitCode: string;
                                    benefitNumber: number;
                                    cents: number | null;
                                    coverageLevel: string | null;
                                    effectiveFrom: string | null;
                                    effectiveTo: string | null;
                                    insuranceType: string | null;
                                    messages: string[];
                                    /** @enum {string} */
                                    needsAuthorization: "yes" | "no" | "unknown";
                                    /** @enum {string} */
                                    network: "in" | "out" | "both" | "unknown";
                                    otherPayerId: string | null;
                                    otherPayerName: string | null;
                                    planDescription: string | null;
                                    procedureCode: string | null;
                                    quantity: string | null;
                                    quantityQualifier: string | null;
                                    segmentFrom: number | null;
                                    segmentTo: number | null;
                                    serviceTypes: string[];
                                    share: string | null;
                                    timePeriod: string | null;
                                }[];
                                coverageId: number;
                                hasRequest: boolean;
                                id: number;
                                isTransient: boolean;
                                /** @enum {string} */
                                method: "inquiry" | "response" | "person";
                                next: string | null;
                                /** @enum {string} */
                                outcome: "waiting" | "active" | "inactive" | "unknown" | "failed";
                                patientId: number;
                                payer: string;
                                payerId: number;
                                planFrom: string | null;
                                planName: string | null;
                                planTo: string | null;
                                reason: string | null;
                                reasonCode: string | null;
                                /** Format: date */
                                serviceDay: string;
                                source: {
                                    /** Format: uuid */
                                    fileId: string;
                                    fileName: string;
                                    segmentFrom: number;
                                    segmentTo: number;
                                } | null;
                                told: string | null;
                                traceNumber: string | null;
                            } | null;
                            estimate: {
                                allowedCents: number | null;
                                assumptions: string[];
                                chargedCents: number | null;
                                dueOn: string | null;
                                inputs: {
                                    asOf: string | null;
                                    benefits: number[];
                                    cents: number | null;
                                    /** @enum {string} */
                                    is: "stated" | "not-stated" | "unclear";
                                    /** @enum {string} */
                                    name: "price" | "allowed" | "copay" | "coinsurance" | "deductible-remaining" | "out-of-pocket-remaining";
                                    procedureCode: string | null;
                                    share: string | null;
                                    source: string;
                                }[];
                                /** @enum {string} */
                                kind: "insured" | "good-faith";
                                lines: {
                                    allowedCents: number | null;
                                    chargedCents: number | null;
                                    missing: string[];
                                    modifiers: string;
                                    patientCents: number | null;
                                    procedureCode: string;
                                    steps: {
                                        arithmetic: string;
                                        cents: number;
                                        what: string;
                                    }[];
                                    units: number;
                                }[];
                                missing: string[];
                                patientCents: number | null;
                            };
                            facility: string | null;
                            facilityId: number | null;
                            id: number;
                            isDoubleBooked: boolean;
                            /** @enum {string} */
                            kind: "new-patient" | "office-visit" | "follow-up" | "physical" | "procedure" | "therapy" | "telehealth" | "other";
                            minutes: number;
                            patient: string;
                            patientId: number;
                            payer: string | null;
                            person: {
                                addressLine1: string | null;
                                chartNumber: string | null;
                                city: string | null;
                                dateOfBirth: string | null;
                                email: string | null;
                                gender: string | null;
                                phone: string | null;
                                postalCode: string | null;
                                state: string | null;
                            };
                            provider: string | null;
                            providerId: number;
                            reason: string | null;
                            registration: {
                                parts: {
                                    isComplete: boolean;
                                    isNeeded: boolean;
                                    part: string;
                                    weight: number;
                                }[];
                                score: number;
                            };
                            revision: number;
                            services: {
                                modifiers: string;
                                procedureCode: string;
                                units: number;
                            }[];
                            /** Format: date-time */
                            startsAt: string;
                            /** @enum {string} */
                            state: "booked" | "arrived" | "done" | "no-show" | "cancelled";
                            stateReason: string | null;
                            time: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/appointments/{appointment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One appointment with coverage, eligibility, authorization, estimate and balance */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            authorization: {
                                approvedUnits: number | null;
                                coverageId: number;
                                decidedOn: string | null;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                id: number;
                                /** @enum {string} */
                                kind: "authorization" | "referral" | "predetermination" | "notification";
                                memberId: string;
                                number: string | null;
                                patient: string;
                                patientId: number;
                                payer: string;
                                payerId: number;
                                plannedUnits: number;
                                procedureCodes: string[];
                                provider: string | null;
                                providerId: number | null;
                                reason: string | null;
                                remainingUnits: number | null;
                                requestedOn: string | null;
                                revision: number;
                                /** @enum {string} */
                                state: "requested" | "pended" | "approved" | "partly-approved" | "denied" | "not-required" | "cancelled";
                                /** @enum {string} */
                                unitKind: "visits" | "units";
                                usedUnits: number;
                                uses: {
                                    appointmentId: number;
                                    /** Format: date */
                                    day: string;
                                    isPlanned: boolean;
                                    units: number;
                                }[];
                            } | null;
                            balanceCents: number;
                            /** Format: date */
                            bookedOn: string;
                            checkIn: {
                                balanceCents: number;
                                /** Format: date-time */
                                checkedInAt: string;
                                checkedInBy: string;
                                copayCents: number;
                                method: string | null;
                                receiptNumber: string | null;
                                wasCleared: boolean;
                            } | null;
                            clearance: {
                                cents: number | null;
                                isCleared: boolean;
                                /** @enum {string} */
                                light: "clear" | "ask" | "stop";
                                reasons: {
                                    action: string;
                                    actionText: string;
                                    cents: number | null;
                                    code: string;
                                    detail: {
                                        [key: string]: string | number;
                                    };
                                    /** @enum {string} */
                                    severity: "stop" | "ask";
                                    text: string;
                                }[];
                            };
                            copayDueCents: number | null;
                            coverage: {
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                groupNumber: string | null;
                                id: number;
                                memberId: string;
                                needsAuthorization: boolean;
                                payer: string;
                                payerId: number;
                                plan: string | null;
                                relationship: string;
                            } | null;
                            /** Format: date */
                            day: string;
                            eligibility: {
                                answeredOn: string | null;
                                /** Format: date-time */
                                askedAt: string;
                                askedBy: string;
                                benefits: {
                                    benefitCode: string;
                                    benefitNumber: number;
                                    cents: number | null;
                                    coverageLevel: string | null;
                                    effectiveFrom: string | null;
                                    effectiveTo: string | null;
                                    insuranceType: string | null;
                                    messages: string[];
                                    /** @enum {string} */
                                    needsAuthorization: "yes" | "no" | "unknown";
                                    /** @enum {string} */
                                    network: "in" | "out" | "both" | "unknown";
                                    otherPayerId: string | null;
                                    otherPayerName: string | null;
                                    planDescription: string | null;
                                    procedureCode: string | null;
                                    quantity: string | null;
                                    quantityQualifier: string | null;
                                    segmentFrom: number | null;
                                    segmentTo: number | null;
                                    serviceTypes: string[];
                                    share: string | null;
                                    timePeriod: string | null;
                                }[];
                                coverageId: number;
                                hasRequest: boolean;
                                id: number;
                                isTransient: boolean;
                                /** @enum {string} */
                                method: "inquiry" | "response" | "person";
                                next: string | null;
                                /** @enum {string} */
                                outcome: "waiting" | "active" | "inactive" | "unknown" | "failed";
                                patientId: number;
                                payer: string;
                                payerId: number;
                                planFrom: string | null;
                                planName: string | null;
                                planTo: string | null;
                                reason: string | null;
                                reasonCode: string | null;
                                /** Format: date */
                                serviceDay: string;
                                source: {
                                    /** Format: uuid */
                                    fileId: string;
                                    fileName: string;
                                    segmentFrom: number;
                                    segmentTo: number;
                                } | null;
                                told: string | null;
                                traceNumber: string | null;
                            } | null;
                            estimate: {
                                allowedCents: number | null;
                                assumptions: string[];
                                chargedCents: number | null;
                                dueOn: string | null;
                                inputs: {
                                    asOf: string | null;
                                    benefits: number[];
                                    cents: number | null;
                                    /** @enum {string} */
                                    is: "stated" | "not-stated" | "unclear";
                                    /** @enum {string} */
                                    name: "price" | "allowed" | "copay" | "coinsurance" | "deductible-remaining" | "out-of-pocket-remaining";
                                    procedureCode: string | null;
                                    share: string | null;
                                    source: string;
                                }[];
                                /** @enum {string} */
                                kind: "insured" | "good-faith";
                                lines: {
                                    allowedCents: number | null;
                                    chargedCents: number | null;
                                    missing: string[];
                                    modifiers: string;
                                    patientCents: number | null;
                                    procedureCode: string;
                                    steps: {
                                        arithmetic: string;
                                        cents: number;
                                        what: string;
                                    }[];
                                    units: number;
                                }[];
                                missing: string[];
                                patientCents: number | null;
                            };
                            facility: string | null;
                            facilityId: number | null;
                            id: number;
                            isDoubleBooked: boolean;
                            /** @enum {string} */
                            kind: "new-patient" | "office-visit" | "follow-up" | "physical" | "procedure" | "therapy" | "telehealth" | "other";
                            minutes: number;
                            patient: string;
                            patientId: number;
                            payer: string | null;
                            person: {
                                addressLine1: string | null;
                                chartNumber: string | null;
                                city: string | null;
                                dateOfBirth: string | null;
                                email: string | null;
                                gender: string | null;
                                phone: string | null;
                                postalCode: string | null;
                                state: string | null;
                            };
                            provider: string | null;
                            providerId: number;
                            reason: string | null;
                            registration: {
                                parts: {
                                    isComplete: boolean;
                                    isNeeded: boolean;
                                    part: string;
                                    weight: number;
                                }[];
                                score: number;
                            };
                            revision: number;
                            services: {
                                modifiers: string;
                                procedureCode: string;
                                units: number;
                            }[];
                            /** Format: date-time */
                            startsAt: string;
                            /** @enum {string} */
                            state: "booked" | "arrived" | "done" | "no-show" | "cancelled";
                            stateReason: string | null;
                            time: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Move an appointment, or change what it is for */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        allowsDoubleBooking?: boolean;
                        day: string;
                        /** @default null */
                        facilityId?: number | null;
                        /** @enum {string} */
                        kind: "new-patient" | "office-visit" | "follow-up" | "physical" | "procedure" | "therapy" | "telehealth" | "other";
                        minutes: number;
                        patientId: number;
                        providerId: number;
                        /** @default  */
                        reason?: string;
                        /** @default [] */
                        services?: {
                            /** @default [] */
                            modifiers?: string[];
                            procedureCode: string;
                            /** @default 1 */
                            units?: number;
                        }[];
                        time: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            authorization: {
                                approvedUnits: number | null;
                                coverageId: number;
                                decidedOn: string | null;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                id: number;
                                /** @enum {string} */
                                kind: "authorization" | "referral" | "predetermination" | "notification";
                                memberId: string;
                                number: string | null;
                                patient: string;
                                patientId: number;
                                payer: string;
                                payerId: number;
                                plannedUnits: number;
                                procedureCodes: string[];
                                provider: string | null;
                                providerId: number | null;
                                reason: string | null;
                                remainingUnits: number | null;
                                requestedOn: string | null;
                                revision: number;
                                /** @enum {string} */
                                state: "requested" | "pended" | "approved" | "partly-approved" | "denied" | "not-required" | "cancelled";
                                /** @enum {string} */
                                unitKind: "visits" | "units";
                                usedUnits: number;
                                uses: {
                                    appointmentId: number;
                                    /** Format: date */
                                    day: string;
                                    isPlanned: boolean;
                                    units: number;
                                }[];
                            } | null;
                            balanceCents: number;
                            /** Format: date */
                            bookedOn: string;
                            checkIn: {
                                balanceCents: number;
                                /** Format: date-time */
                                checkedInAt: string;
                                checkedInBy: string;
                                copayCents: number;
                                method: string | null;
                                receiptNumber: string | null;
                                wasCleared: boolean;
                            } | null;
                            clearance: {
                                cents: number | null;
                                isCleared: boolean;
                                /** @enum {string} */
                                light: "clear" | "ask" | "stop";
                                reasons: {
                                    action: string;
                                    actionText: string;
                                    cents: number | null;
                                    code: string;
                                    detail: {
                                        [key: string]: string | number;
                                    };
                                    /** @enum {string} */
                                    severity: "stop" | "ask";
                                    text: string;
                                }[];
                            };
                            copayDueCents: number | null;
                            coverage: {
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                groupNumber: string | null;
                                id: number;
                                memberId: string;
                                needsAuthorization: boolean;
                                payer: string;
                                payerId: number;
                                plan: string | null;
                                relationship: string;
                            } | null;
                            /** Format: date */
                            day: string;
                            eligibility: {
                                answeredOn: string | null;
                                /** Format: date-time */
                                askedAt: string;
                                askedBy: string;
                                benefits: {
                                    benefitCode: string;
                                    benefitNumber: number;
                                    cents: number | null;
                                    coverageLevel: string | null;
                                    effectiveFrom: string | null;
                                    effectiveTo: string | null;
                                    insuranceType: string | null;
                                    messages: string[];
                                    /** @enum {string} */
                                    needsAuthorization: "yes" | "no" | "unknown";
                                    /** @enum {string} */
                                    network: "in" | "out" | "both" | "unknown";
                                    otherPayerId: string | null;
                                    otherPayerName: string | null;
                                    planDescription: string | null;
                                    procedureCode: string | null;
                                    quantity: string | null;
                                    quantityQualifier: string | null;
                                    segmentFrom: number | null;
                                    segmentTo: number | null;
                                    serviceTypes: string[];
                                    share: string | null;
                                    timePeriod: string | null;
                                }[];
                                coverageId: number;
                                hasRequest: boolean;
                                id: number;
                                isTransient: boolean;
                                /** @enum {string} */
                                method: "inquiry" | "response" | "person";
                                next: string | null;
                                /** @enum {string} */
                                outcome: "waiting" | "active" | "inactive" | "unknown" | "failed";
                                patientId: number;
                                payer: string;
                                payerId: number;
                                planFrom: string | null;
                                planName: string | null;
                                planTo: string | null;
                                reason: string | null;
                                reasonCode: string | null;
                                /** Format: date */
                                serviceDay: string;
                                source: {
                                    /** Format: uuid */
                                    fileId: string;
                                    fileName: string;
                                    segmentFrom: number;
                                    segmentTo: number;
                                } | null;
                                told: string | null;
                                traceNumber: string | null;
                            } | null;
                            estimate: {
                                allowedCents: number | null;
                                assumptions: string[];
                                chargedCents: number | null;
                                dueOn: string | null;
                                inputs: {
                                    asOf: string | null;
                                    benefits: number[];
                                    cents: number | null;
                                    /** @enum {string} */
                                    is: "stated" | "not-stated" | "unclear";
                                    /** @enum {string} */
                                    name: "price" | "allowed" | "copay" | "coinsurance" | "deductible-remaining" | "out-of-pocket-remaining";
                                    procedureCode: string | null;
                                    share: string | null;
                                    source: string;
                                }[];
                                /** @enum {string} */
                                kind: "insured" | "good-faith";
                                lines: {
                                    allowedCents: number | null;
                                    chargedCents: number | null;
                                    missing: string[];
                                    modifiers: string;
                                    patientCents: number | null;
                                    procedureCode: string;
                                    steps: {
                                        arithmetic: string;
                                        cents: number;
                                        what: string;
                                    }[];
                                    units: number;
                                }[];
                                missing: string[];
                                patientCents: number | null;
                            };
                            facility: string | null;
                            facilityId: number | null;
                            id: number;
                            isDoubleBooked: boolean;
                            /** @enum {string} */
                            kind: "new-patient" | "office-visit" | "follow-up" | "physical" | "procedure" | "therapy" | "telehealth" | "other";
                            minutes: number;
                            patient: string;
                            patientId: number;
                            payer: string | null;
                            person: {
                                addressLine1: string | null;
                                chartNumber: string | null;
                                city: string | null;
                                dateOfBirth: string | null;
                                email: string | null;
                                gender: string | null;
                                phone: string | null;
                                postalCode: string | null;
                                state: string | null;
                            };
                            provider: string | null;
                            providerId: number;
                            reason: string | null;
                            registration: {
                                parts: {
                                    isComplete: boolean;
                                    isNeeded: boolean;
                                    part: string;
                                    weight: number;
                                }[];
                                score: number;
                            };
                            revision: number;
                            services: {
                                modifiers: string;
                                procedureCode: string;
                                units: number;
                            }[];
                            /** Format: date-time */
                            startsAt: string;
                            /** @enum {string} */
                            state: "booked" | "arrived" | "done" | "no-show" | "cancelled";
                            stateReason: string | null;
                            time: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/appointments/{appointment}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Check a patient in, with the copay and the old balance that were collected */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default 0 */
                        balanceCents?: number;
                        /** @default 0 */
                        copayCents?: number;
                        /** @enum {string} */
                        method?: "cash" | "card" | "check" | "other";
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            authorization: {
                                approvedUnits: number | null;
                                coverageId: number;
                                decidedOn: string | null;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                id: number;
                                /** @enum {string} */
                                kind: "authorization" | "referral" | "predetermination" | "notification";
                                memberId: string;
                                number: string | null;
                                patient: string;
                                patientId: number;
                                payer: string;
                                payerId: number;
                                plannedUnits: number;
                                procedureCodes: string[];
                                provider: string | null;
                                providerId: number | null;
                                reason: string | null;
                                remainingUnits: number | null;
                                requestedOn: string | null;
                                revision: number;
                                /** @enum {string} */
                                state: "requested" | "pended" | "approved" | "partly-approved" | "denied" | "not-required" | "cancelled";
                                /** @enum {string} */
                                unitKind: "visits" | "units";
                                usedUnits: number;
                                uses: {
                                    appointmentId: number;
                                    /** Format: date */
                                    day: string;
                                    isPlanned: boolean;
                                    units: number;
                                }[];
                            } | null;
                            balanceCents: number;
                            /** Format: date */
                            bookedOn: string;
                            checkIn: {
                                balanceCents: number;
                                /** Format: date-time */
                                checkedInAt: string;
                                checkedInBy: string;
                                copayCents: number;
                                method: string | null;
                                receiptNumber: string | null;
                                wasCleared: boolean;
                            } | null;
                            clearance: {
                                cents: number | null;
                                isCleared: boolean;
                                /** @enum {string} */
                                light: "clear" | "ask" | "stop";
                                reasons: {
                                    action: string;
                                    actionText: string;
                                    cents: number | null;
                                    code: string;
                                    detail: {
                                        [key: string]: string | number;
                                    };
                                    /** @enum {string} */
                                    severity: "stop" | "ask";
                                    text: string;
                                }[];
                            };
                            copayDueCents: number | null;
                            coverage: {
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                groupNumber: string | null;
                                id: number;
                                memberId: string;
                                needsAuthorization: boolean;
                                payer: string;
                                payerId: number;
                                plan: string | null;
                                relationship: string;
                            } | null;
                            /** Format: date */
                            day: string;
                            eligibility: {
                                answeredOn: string | null;
                                /** Format: date-time */
                                askedAt: string;
                                askedBy: string;
                                benefits: {
                                    benefitCode: string;
                                    benefitNumber: number;
                                    cents: number | null;
                                    coverageLevel: string | null;
                                    effectiveFrom: string | null;
                                    effectiveTo: string | null;
                                    insuranceType: string | null;
                                    messages: string[];
                                    /** @enum {string} */
                                    needsAuthorization: "yes" | "no" | "unknown";
                                    /** @enum {string} */
                                    network: "in" | "out" | "both" | "unknown";
                                    otherPayerId: string | null;
                                    otherPayerName: string | null;
                                    planDescription: string | null;
                                    procedureCode: string | null;
                                    quantity: string | null;
                                    quantityQualifier: string | null;
                                    segmentFrom: number | null;
                                    segmentTo: number | null;
                                    serviceTypes: string[];
                                    share: string | null;
                                    timePeriod: string | null;
                                }[];
                                coverageId: number;
                                hasRequest: boolean;
                                id: number;
                                isTransient: boolean;
                                /** @enum {string} */
                                method: "inquiry" | "response" | "person";
                                next: string | null;
                                /** @enum {string} */
                                outcome: "waiting" | "active" | "inactive" | "unknown" | "failed";
                                patientId: number;
                                payer: string;
                                payerId: number;
                                planFrom: string | null;
                                planName: string | null;
                                planTo: string | null;
                                reason: string | null;
                                reasonCode: string | null;
                                /** Format: date */
                                serviceDay: string;
                                source: {
                                    /** Format: uuid */
                                    fileId: string;
                                    fileName: string;
                                    segmentFrom: number;
                                    segmentTo: number;
                                } | null;
                                told: string | null;
                                traceNumber: string | null;
                            } | null;
                            estimate: {
                                allowedCents: number | null;
                                assumptions: string[];
                                chargedCents: number | null;
                                dueOn: string | null;
                                inputs: {
                                    asOf: string | null;
                                    benefits: number[];
                                    cents: number | null;
                                    /** @enum {string} */
                                    is: "stated" | "not-stated" | "unclear";
                                    /** @enum {string} */
                                    name: "price" | "allowed" | "copay" | "coinsurance" | "deductible-remaining" | "out-of-pocket-remaining";
                                    procedureCode: string | null;
                                    share: string | null;
                                    source: string;
                                }[];
                                /** @enum {string} */
                                kind: "insured" | "good-faith";
                                lines: {
                                    allowedCents: number | null;
                                    chargedCents: number | null;
                                    missing: string[];
                                    modifiers: string;
                                    patientCents: number | null;
                                    procedureCode: string;
                                    steps: {
                                        arithmetic: string;
                                        cents: number;
                                        what: string;
                                    }[];
                                    units: number;
                                }[];
                                missing: string[];
                                patientCents: number | null;
                            };
                            facility: string | null;
                            facilityId: number | null;
                            id: number;
                            isDoubleBooked: boolean;
                            /** @enum {string} */
                            kind: "new-patient" | "office-visit" | "follow-up" | "physical" | "procedure" | "therapy" | "telehealth" | "other";
                            minutes: number;
                            patient: string;
                            patientId: number;
                            payer: string | null;
                            person: {
                                addressLine1: string | null;
                                chartNumber: string | null;
                                city: string | null;
                                dateOfBirth: string | null;
                                email: string | null;
                                gender: string | null;
                                phone: string | null;
                                postalCode: string | null;
                                state: string | null;
                            };
                            provider: string | null;
                            providerId: number;
                            reason: string | null;
                            registration: {
                                parts: {
                                    isComplete: boolean;
                                    isNeeded: boolean;
                                    part: string;
                                    weight: number;
                                }[];
                                score: number;
                            };
                            revision: number;
                            services: {
                                modifiers: string;
                                procedureCode: string;
                                units: number;
                            }[];
                            /** Format: date-time */
                            startsAt: string;
                            /** @enum {string} */
                            state: "booked" | "arrived" | "done" | "no-show" | "cancelled";
                            stateReason: string | null;
                            time: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/appointments/{appointment}/estimates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Estimates that were kept of an appointment, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                allowedCents: number | null;
                                assumptions: string[];
                                chargedCents: number | null;
                                dueOn: string | null;
                                id: number;
                                inputs: {
                                    asOf: string | null;
                                    benefits: number[];
                                    cents: number | null;
                                    /** @enum {string} */
                                    is: "stated" | "not-stated" | "unclear";
                                    /** @enum {string} */
                                    name: "price" | "allowed" | "copay" | "coinsurance" | "deductible-remaining" | "out-of-pocket-remaining";
                                    procedureCode: string | null;
                                    share: string | null;
                                    source: string;
                                }[];
                                /** @enum {string} */
                                kind: "insured" | "good-faith";
                                lines: {
                                    allowedCents: number | null;
                                    chargedCents: number | null;
                                    missing: string[];
                                    modifiers: string;
                                    patientCents: number | null;
                                    procedureCode: string;
                                    steps: {
                                        arithmetic: string;
                                        cents: number;
                                        what: string;
                                    }[];
                                    units: number;
                                }[];
                                /** Format: date-time */
                                madeAt: string;
                                madeBy: string;
                                /** Format: date */
                                madeOn: string;
                                missing: string[];
                                patientCents: number | null;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Keep the estimate of an appointment as it is now, to be handed out */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    appointment: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            allowedCents: number | null;
                            assumptions: string[];
                            chargedCents: number | null;
                            dueOn: string | null;
                            id: number;
                            inputs: {
                                asOf: string | null;
                                benefits: number[];
                                cents: number | null;
                                /** @enum {string} */
                                is: "stated" | "not-stated" | "unclear";
                                /** @enum {string} */
                                name: "price" | "allowed" | "copay" | "coinsurance" | "deductible-remaining" | "out-of-pocket-remaining";
                                procedureCode: string | null;
                                share: string | null;
                                source: string;
                            }[];
                            /** @enum {string} */
                            kind: "insured" | "good-faith";
                            lines: {
                                allowedCents: number | null;
                                chargedCents: number | null;
                                missing: string[];
                                modifiers: string;
                                patientCents: number | null;
                                procedureCode: string;
                                steps: {
                                    arithmetic: string;
                                    cents: number;
                                    what: string;
                                }[];
                                units: number;
                            }[];
                            /** Format: date-time */
                            madeAt: string;
                            madeBy: string;
                            /** Format: date */
                            madeOn: string;
                            missing: string[];
                            patientCents: number | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/appointments/{appointment}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Cancel an appointment, or mark it as missed or done */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        reason?: string;
                        /** @enum {string} */
                        state: "booked" | "done" | "no-show" | "cancelled";
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            authorization: {
                                approvedUnits: number | null;
                                coverageId: number;
                                decidedOn: string | null;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                id: number;
                                /** @enum {string} */
                                kind: "authorization" | "referral" | "predetermination" | "notification";
                                memberId: string;
                                number: string | null;
                                patient: string;
                                patientId: number;
                                payer: string;
                                payerId: number;
                                plannedUnits: number;
                                procedureCodes: string[];
                                provider: string | null;
                                providerId: number | null;
                                reason: string | null;
                                remainingUnits: number | null;
                                requestedOn: string | null;
                                revision: number;
                                /** @enum {string} */
                                state: "requested" | "pended" | "approved" | "partly-approved" | "denied" | "not-required" | "cancelled";
                                /** @enum {string} */
                                unitKind: "visits" | "units";
                                usedUnits: number;
                                uses: {
                                    appointmentId: number;
                                    /** Format: date */
                                    day: string;
                                    isPlanned: boolean;
                                    units: number;
                                }[];
                            } | null;
                            balanceCents: number;
                            /** Format: date */
                            bookedOn: string;
                            checkIn: {
                                balanceCents: number;
                                /** Format: date-time */
                                checkedInAt: string;
                                checkedInBy: string;
                                copayCents: number;
                                method: string | null;
                                receiptNumber: string | null;
                                wasCleared: boolean;
                            } | null;
                            clearance: {
                                cents: number | null;
                                isCleared: boolean;
                                /** @enum {string} */
                                light: "clear" | "ask" | "stop";
                                reasons: {
                                    action: string;
                                    actionText: string;
                                    cents: number | null;
                                    code: string;
                                    detail: {
                                        [key: string]: string | number;
                                    };
                                    /** @enum {string} */
                                    severity: "stop" | "ask";
                                    text: string;
                                }[];
                            };
                            copayDueCents: number | null;
                            coverage: {
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                groupNumber: string | null;
                                id: number;
                                memberId: string;
                                needsAuthorization: boolean;
                                payer: string;
                                payerId: number;
                                plan: string | null;
                                relationship: string;
                            } | null;
                            /** Format: date */
                            day: string;
                            eligibility: {
                                answeredOn: string | null;
                                /** Format: date-time */
                                askedAt: string;
                                askedBy: string;
                                benefits: {
                                    benefitCode: string;
                                    benefitNumber: number;
                                    cents: number | null;
                                    coverageLevel: string | null;
                                    effectiveFrom: string | null;
                                    effectiveTo: string | null;
                                    insuranceType: string | null;
                                    messages: string[];
                                    /** @enum {string} */
                                    needsAuthorization: "yes" | "no" | "unknown";
                                    /** @enum {string} */
                                    network: "in" | "out" | "both" | "unknown";
                                    otherPayerId: string | null;
                                    otherPayerName: string | null;
                                    planDescription: string | null;
                                    procedureCode: string | null;
                                    quantity: string | null;
                                    quantityQualifier: string | null;
                                    segmentFrom: number | null;
                                    segmentTo: number | null;
                                    serviceTypes: string[];
                                    share: string | null;
                                    timePeriod: string | null;
                                }[];
                                coverageId: number;
                                hasRequest: boolean;
                                id: number;
                                isTransient: boolean;
                                /** @enum {string} */
                                method: "inquiry" | "response" | "person";
                                next: string | null;
                                /** @enum {string} */
                                outcome: "waiting" | "active" | "inactive" | "unknown" | "failed";
                                patientId: number;
                                payer: string;
                                payerId: number;
                                planFrom: string | null;
                                planName: string | null;
                                planTo: string | null;
                                reason: string | null;
                                reasonCode: string | null;
                                /** Format: date */
                                serviceDay: string;
                                source: {
                                    /** Format: uuid */
                                    fileId: string;
                                    fileName: string;
                                    segmentFrom: number;
                                    segmentTo: number;
                                } | null;
                                told: string | null;
                                traceNumber: string | null;
                            } | null;
                            estimate: {
                                allowedCents: number | null;
                                assumptions: string[];
                                chargedCents: number | null;
                                dueOn: string | null;
                                inputs: {
                                    asOf: string | null;
                                    benefits: number[];
                                    cents: number | null;
                                    /** @enum {string} */
                                    is: "stated" | "not-stated" | "unclear";
                                    /** @enum {string} */
                                    name: "price" | "allowed" | "copay" | "coinsurance" | "deductible-remaining" | "out-of-pocket-remaining";
                                    procedureCode: string | null;
                                    share: string | null;
                                    source: string;
                                }[];
                                /** @enum {string} */
                                kind: "insured" | "good-faith";
                                lines: {
                                    allowedCents: number | null;
                                    chargedCents: number | null;
                                    missing: string[];
                                    modifiers: string;
                                    patientCents: number | null;
                                    procedureCode: string;
                                    steps: {
                                        arithmetic: string;
                                        cents: number;
                                        what: string;
                                    }[];
                                    units: number;
                                }[];
                                missing: string[];
                                patientCents: number | null;
                            };
                            facility: string | null;
                            facilityId: number | null;
                            id: number;
                            isDoubleBooked: boolean;
                            /** @enum {string} */
                            kind: "new-patient" | "office-visit" | "follow-up" | "physical" | "procedure" | "therapy" | "telehealth" | "other";
                            minutes: number;
                            patient: string;
                            patientId: number;
                            payer: string | null;
                            person: {
                                addressLine1: string | null;
                                chartNumber: string | null;
                                city: string | null;
                                dateOfBirth: string | null;
                                email: string | null;
                                gender: string | null;
                                phone: string | null;
                                postalCode: string | null;
                                state: string | null;
                            };
                            provider: string | null;
                            providerId: number;
                            reason: string | null;
                            registration: {
                                parts: {
                                    isComplete: boolean;
                                    isNeeded: boolean;
                                    part: string;
                                    weight: number;
                                }[];
                                score: number;
                            };
                            revision: number;
                            services: {
                                modifiers: string;
                                procedureCode: string;
                                units: number;
                            }[];
                            /** Format: date-time */
                            startsAt: string;
                            /** @enum {string} */
                            state: "booked" | "arrived" | "done" | "no-show" | "cancelled";
                            stateReason: string | null;
                            time: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/appointments/not-clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Visits of the next business days that are not clear, most dollars at risk first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    days?: number;
                    facility?: number;
                    format?: "json" | "csv" | "xlsx";
                    light?: "stop" | "ask";
                    limit?: number;
                    provider?: number;
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                balanceCents: number;
                                clearance: {
                                    cents: number | null;
                                    isCleared: boolean;
                                    /** @enum {string} */
                                    light: "clear" | "ask" | "stop";
                                    reasons: {
                                        action: string;
                                        actionText: string;
                                        cents: number | null;
                                        code: string;
                                        detail: {
                                            [key: string]: string | number;
                                        };
                                        /** @enum {string} */
                                        severity: "stop" | "ask";
                                        text: string;
                                    }[];
                                };
                                /** Format: date */
                                day: string;
                                facility: string | null;
                                facilityId: number | null;
                                id: number;
                                isDoubleBooked: boolean;
                                /** @enum {string} */
                                kind: "new-patient" | "office-visit" | "follow-up" | "physical" | "procedure" | "therapy" | "telehealth" | "other";
                                minutes: number;
                                patient: string;
                                patientId: number;
                                payer: string | null;
                                provider: string | null;
                                providerId: number;
                                reason: string | null;
                                revision: number;
                                services: {
                                    modifiers: string;
                                    procedureCode: string;
                                    units: number;
                                }[];
                                /** Format: date-time */
                                startsAt: string;
                                /** @enum {string} */
                                state: "booked" | "arrived" | "done" | "no-show" | "cancelled";
                                stateReason: string | null;
                                time: string;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/appointments/not-clear/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring the work of visits that are not clear up to date */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            today: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/approval-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Up to which amount each role moves money without a second person */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                effectiveFrom: string | null;
                                /** @enum {string} */
                                kind: "post-out-of-balance" | "write-off" | "refund";
                                limitCents: number;
                                /** @enum {string} */
                                role: "front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator";
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Set the limit of a role from a day on */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        effectiveFrom: string;
                        /** @enum {string} */
                        kind: "post-out-of-balance" | "write-off" | "refund";
                        limitCents: number;
                        /** @enum {string} */
                        role: "front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator";
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            effectiveFrom: string | null;
                            /** @enum {string} */
                            kind: "post-out-of-balance" | "write-off" | "refund";
                            limitCents: number;
                            /** @enum {string} */
                            role: "front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one person asked for and another must approve, the newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    approval?: number;
                    claim?: number;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    remittance?: number;
                    state?: "waiting" | "approved" | "refused" | "withdrawn";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                cents: number;
                                decidedAt: string | null;
                                decidedBy: string | null;
                                decisionReason: string | null;
                                id: number;
                                isMine: boolean;
                                isOwn: boolean;
                                /** @enum {string} */
                                kind: "post-out-of-balance" | "write-off" | "refund";
                                reason: string;
                                /** Format: date-time */
                                requestedAt: string;
                                requestedBy: string;
                                revision: number;
                                /** @enum {string} */
                                state: "waiting" | "approved" | "refused" | "withdrawn";
                                subject: {
                                    id: number;
                                    kind: string;
                                    label: string | null;
                                };
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/approvals/{approval}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve what another person asked for; it is done in the same moment */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    approval: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cents: number;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionReason: string | null;
                            id: number;
                            isMine: boolean;
                            isOwn: boolean;
                            /** @enum {string} */
                            kind: "post-out-of-balance" | "write-off" | "refund";
                            reason: string;
                            /** Format: date-time */
                            requestedAt: string;
                            requestedBy: string;
                            revision: number;
                            /** @enum {string} */
                            state: "waiting" | "approved" | "refused" | "withdrawn";
                            subject: {
                                id: number;
                                kind: string;
                                label: string | null;
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/approvals/{approval}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse what another person asked for, or take one's own request back */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    approval: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cents: number;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionReason: string | null;
                            id: number;
                            isMine: boolean;
                            isOwn: boolean;
                            /** @enum {string} */
                            kind: "post-out-of-balance" | "write-off" | "refund";
                            reason: string;
                            /** Format: date-time */
                            requestedAt: string;
                            requestedBy: string;
                            revision: number;
                            /** @enum {string} */
                            state: "waiting" | "approved" | "refused" | "withdrawn";
                            subject: {
                                id: number;
                                kind: string;
                                label: string | null;
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who saw or changed what, newest first */
        get: {
            parameters: {
                query?: {
                    action?: string;
                    actor?: string;
                    after?: string;
                    category?: string;
                    format?: "json" | "csv" | "xlsx";
                    from?: string;
                    limit?: number;
                    through?: string;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                action: string;
                                actor: string;
                                actorName: string | null;
                                address: string | null;
                                category: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                id: number;
                                recordedAt: string;
                                requestId: string | null;
                                sequence: number | null;
                                subjects: {
                                    ids: (string | number)[];
                                    kind: string;
                                }[];
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/authorization-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For which procedures payers want an authorization */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    payer?: number;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                /** Format: date */
                                effectiveFrom: string;
                                effectiveTo: string | null;
                                id: number;
                                isRequired: boolean;
                                payerId: number;
                                payerName: string;
                                planId: number | null;
                                planName: string | null;
                                procedureCodes: string;
                                revision: number;
                                source: string;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add an authorization rule */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        /** @default true */
                        isRequired?: boolean;
                        payerId: number;
                        /** @default null */
                        planId?: number | null;
                        /** @default  */
                        procedureCodes?: string;
                        /** @default  */
                        source?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            id: number;
                            isRequired: boolean;
                            payerId: number;
                            payerName: string;
                            planId: number | null;
                            planName: string | null;
                            procedureCodes: string;
                            revision: number;
                            source: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/authorization-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of its kind: an authorization rule */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            id: number;
                            isRequired: boolean;
                            payerId: number;
                            payerName: string;
                            planId: number | null;
                            planName: string | null;
                            procedureCodes: string;
                            revision: number;
                            source: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Describe an authorization rule anew */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        /** @default true */
                        isRequired?: boolean;
                        payerId: number;
                        /** @default null */
                        planId?: number | null;
                        /** @default  */
                        procedureCodes?: string;
                        /** @default  */
                        source?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            id: number;
                            isRequired: boolean;
                            payerId: number;
                            payerName: string;
                            planId: number | null;
                            planName: string | null;
                            procedureCodes: string;
                            revision: number;
                            source: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/authorizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Authorizations with their units, the one that ends first before the others */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    endsBy?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    patient?: number;
                    payer?: number;
                    state?: "requested" | "pended" | "approved" | "partly-approved" | "denied" | "not-required" | "cancelled";
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                approvedUnits: number | null;
                                coverageId: number;
                                decidedOn: string | null;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                id: number;
                                /** @enum {string} */
                                kind: "authorization" | "referral" | "predetermination" | "notification";
                                memberId: string;
                                number: string | null;
                                patient: string;
                                patientId: number;
                                payer: string;
                                payerId: number;
                                plannedUnits: number;
                                procedureCodes: string[];
                                provider: string | null;
                                providerId: number | null;
                                reason: string | null;
                                remainingUnits: number | null;
                                requestedOn: string | null;
                                revision: number;
                                /** @enum {string} */
                                state: "requested" | "pended" | "approved" | "partly-approved" | "denied" | "not-required" | "cancelled";
                                /** @enum {string} */
                                unitKind: "visits" | "units";
                                usedUnits: number;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add an authorization, asked for or decided */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        approvedUnits?: number | null;
                        coverageId: number;
                        /** @default  */
                        decidedOn?: string;
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        /**
                         * @default authorization
                         * @enum {string}
                         */
                        kind?: "authorization" | "referral" | "predetermination" | "notification";
                        /** @default  */
                        number?: string;
                        /** @default [] */
                        procedureCodes?: string[];
                        /** @default null */
                        providerId?: number | null;
                        /** @default  */
                        reason?: string;
                        /** @default  */
                        requestedOn?: string;
                        /** @enum {string} */
                        state: "requested" | "pended" | "approved" | "partly-approved" | "denied" | "not-required" | "cancelled";
                        /**
                         * @default units
                         * @enum {string}
                         */
                        unitKind?: "visits" | "units";
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            approvedUnits: number | null;
                            coverageId: number;
                            decidedOn: string | null;
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            id: number;
                            /** @enum {string} */
                            kind: "authorization" | "referral" | "predetermination" | "notification";
                            memberId: string;
                            number: string | null;
                            patient: string;
                            patientId: number;
                            payer: string;
                            payerId: number;
                            plannedUnits: number;
                            procedureCodes: string[];
                            provider: string | null;
                            providerId: number | null;
                            reason: string | null;
                            remainingUnits: number | null;
                            requestedOn: string | null;
                            revision: number;
                            /** @enum {string} */
                            state: "requested" | "pended" | "approved" | "partly-approved" | "denied" | "not-required" | "cancelled";
                            /** @enum {string} */
                            unitKind: "visits" | "units";
                            usedUnits: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/authorizations/{authorization}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One authorization with every visit that takes of its units */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    authorization: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            approvedUnits: number | null;
                            coverageId: number;
                            decidedOn: string | null;
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            id: number;
                            /** @enum {string} */
                            kind: "authorization" | "referral" | "predetermination" | "notification";
                            memberId: string;
                            number: string | null;
                            patient: string;
                            patientId: number;
                            payer: string;
                            payerId: number;
                            plannedUnits: number;
                            procedureCodes: string[];
                            provider: string | null;
                            providerId: number | null;
                            reason: string | null;
                            remainingUnits: number | null;
                            requestedOn: string | null;
                            revision: number;
                            /** @enum {string} */
                            state: "requested" | "pended" | "approved" | "partly-approved" | "denied" | "not-required" | "cancelled";
                            /** @enum {string} */
                            unitKind: "visits" | "units";
                            usedUnits: number;
                            uses: {
                                appointmentId: number;
                                /** Format: date */
                                day: string;
                                isPlanned: boolean;
                                units: number;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Describe an authorization anew */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    authorization: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        approvedUnits?: number | null;
                        coverageId: number;
                        /** @default  */
                        decidedOn?: string;
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        /**
                         * @default authorization
                         * @enum {string}
                         */
                        kind?: "authorization" | "referral" | "predetermination" | "notification";
                        /** @default  */
                        number?: string;
                        /** @default [] */
                        procedureCodes?: string[];
                        /** @default null */
                        providerId?: number | null;
                        /** @default  */
                        reason?: string;
                        /** @default  */
                        requestedOn?: string;
                        /** @enum {string} */
                        state: "requested" | "pended" | "approved" | "partly-approved" | "denied" | "not-required" | "cancelled";
                        /**
                         * @default units
                         * @enum {string}
                         */
                        unitKind?: "visits" | "units";
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            approvedUnits: number | null;
                            coverageId: number;
                            decidedOn: string | null;
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            id: number;
                            /** @enum {string} */
                            kind: "authorization" | "referral" | "predetermination" | "notification";
                            memberId: string;
                            number: string | null;
                            patient: string;
                            patientId: number;
                            payer: string;
                            payerId: number;
                            plannedUnits: number;
                            procedureCodes: string[];
                            provider: string | null;
                            providerId: number | null;
                            reason: string | null;
                            remainingUnits: number | null;
                            requestedOn: string | null;
                            revision: number;
                            /** @enum {string} */
                            state: "requested" | "pended" | "approved" | "partly-approved" | "denied" | "not-required" | "cancelled";
                            /** @enum {string} */
                            unitKind: "visits" | "units";
                            usedUnits: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches of claims, the latest first, with what was answered */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                answers: {
                                    accepted: number;
                                    rejected: number;
                                    submitted: number;
                                };
                                cents: number;
                                claims: number;
                                connection: string;
                                connectionId: number;
                                /** Format: uuid */
                                fileId: string;
                                fileName: string;
                                id: number;
                                interchangeControlNumber: number;
                                /** Format: date */
                                preparedOn: string;
                                /** Format: uuid */
                                publicId: string;
                                sendings: number;
                                sentAt: string | null;
                                /** @enum {string} */
                                state: "prepared" | "sent";
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Send ready claims over a connection; the same id asks for the same batch */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        claimIds: number[];
                        connectionId: number;
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answers: {
                                accepted: number;
                                rejected: number;
                                submitted: number;
                            };
                            cents: number;
                            claims: number;
                            connection: string;
                            connectionId: number;
                            /** Format: uuid */
                            fileId: string;
                            fileName: string;
                            id: number;
                            interchangeControlNumber: number;
                            /** Format: date */
                            preparedOn: string;
                            /** Format: uuid */
                            publicId: string;
                            sendings: number;
                            sentAt: string | null;
                            /** @enum {string} */
                            state: "prepared" | "sent";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/batches/{batch}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One batch with its claims */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    batch: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answers: {
                                accepted: number;
                                rejected: number;
                                submitted: number;
                            };
                            cents: number;
                            claims: number;
                            connection: string;
                            connectionId: number;
                            /** Format: uuid */
                            fileId: string;
                            fileName: string;
                            id: number;
                            interchangeControlNumber: number;
                            /** Format: date */
                            preparedOn: string;
                            /** Format: uuid */
                            publicId: string;
                            rows: {
                                chargedCents: number;
                                id: number;
                                patientControlNumber: string;
                                patientName: string;
                                payer: string;
                                /** @enum {string} */
                                purpose: "original" | "resend" | "replacement" | "void" | "next-payer";
                                serviceFrom: string | null;
                                state: string;
                            }[];
                            sendings: number;
                            sentAt: string | null;
                            /** @enum {string} */
                            state: "prepared" | "sent";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/batches/{batch}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the bytes of a batch over, once more if it was sent before */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    batch: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answers: {
                                accepted: number;
                                rejected: number;
                                submitted: number;
                            };
                            cents: number;
                            claims: number;
                            connection: string;
                            connectionId: number;
                            /** Format: uuid */
                            fileId: string;
                            fileName: string;
                            id: number;
                            interchangeControlNumber: number;
                            /** Format: date */
                            preparedOn: string;
                            /** Format: uuid */
                            publicId: string;
                            sendings: number;
                            sentAt: string | null;
                            /** @enum {string} */
                            state: "prepared" | "sent";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/batches/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would go out now, by connection and payer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                cents: number;
                                claimIds: number[];
                                claims: number;
                                connection: string;
                                connectionId: number;
                                isTest: boolean;
                                payers: {
                                    cents: number;
                                    claims: number;
                                    payer: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/batches/unsent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claims written here that were not sent yet */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    state?: "draft" | "held" | "ready";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                chargedCents: number;
                                id: number;
                                patientControlNumber: string;
                                patientName: string;
                                payer: string;
                                /** @enum {string} */
                                purpose: "original" | "resend" | "replacement" | "void" | "next-payer";
                                serviceFrom: string | null;
                                state: string;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/cash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bank, remittance and books side by side, payment by payment, the newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    from?: string;
                    limit?: number;
                    search?: string;
                    state?: "agrees" | "no-deposit" | "no-remittance" | "not-posted";
                    through?: string;
                    total?: "1";
                    unexplained?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                ageDays: number;
                                bankCents: number | null;
                                depositId: number | null;
                                feeCents: number;
                                key: string;
                                method: string;
                                /** Format: date */
                                on: string;
                                payer: string;
                                postedCents: number;
                                remittanceCents: number | null;
                                remittanceId: number | null;
                                /** @enum {string} */
                                state: "agrees" | "no-deposit" | "no-remittance" | "not-posted";
                                traceNumber: string;
                                unexplainedCents: number;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/cash/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the bank has, what payers announced and what is posted, over the days asked for */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    through?: string;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bankCents: number;
                            bankThrough: string | null;
                            feeCents: number;
                            notDepositedCents: number;
                            notPostedCents: number;
                            postedCents: number;
                            remittanceCents: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/charge-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The practice's prices by procedure, of all days or of one */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    on?: string;
                    search?: string;
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                /** Format: date */
                                effectiveFrom: string;
                                effectiveTo: string | null;
                                id: number;
                                label: string | null;
                                modifiers: string;
                                ndc: string | null;
                                ndcUnit: string | null;
                                ndcUnitsEach: string | null;
                                priceCents: number;
                                procedureCode: string;
                                revenueCode: string | null;
                                revision: number;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a price */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        /** @default false */
                        endsEarlier?: boolean;
                        /** @default  */
                        label?: string;
                        /** @default  */
                        modifiers?: string;
                        /** @default  */
                        ndc?: string;
                        /** @default  */
                        ndcUnit?: string;
                        /** @default  */
                        ndcUnitsEach?: string;
                        priceCents: number;
                        /** @default  */
                        procedureCode?: string;
                        /** @default  */
                        revenueCode?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            id: number;
                            label: string | null;
                            modifiers: string;
                            ndc: string | null;
                            ndcUnit: string | null;
                            ndcUnitsEach: string | null;
                            priceCents: number;
                            procedureCode: string;
                            revenueCode: string | null;
                            revision: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/charge-items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of its kind: a price */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            id: number;
                            label: string | null;
                            modifiers: string;
                            ndc: string | null;
                            ndcUnit: string | null;
                            ndcUnitsEach: string | null;
                            priceCents: number;
                            procedureCode: string;
                            revenueCode: string | null;
                            revision: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Describe a price anew */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        /** @default false */
                        endsEarlier?: boolean;
                        /** @default  */
                        label?: string;
                        /** @default  */
                        modifiers?: string;
                        /** @default  */
                        ndc?: string;
                        /** @default  */
                        ndcUnit?: string;
                        /** @default  */
                        ndcUnitsEach?: string;
                        priceCents: number;
                        /** @default  */
                        procedureCode?: string;
                        /** @default  */
                        revenueCode?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            id: number;
                            label: string | null;
                            modifiers: string;
                            ndc: string | null;
                            ndcUnit: string | null;
                            ndcUnitsEach: string | null;
                            priceCents: number;
                            procedureCode: string;
                            revenueCode: string | null;
                            revision: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/charge-items/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take prices in from a table: a preview first, then the confirmed rows */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        confirmed?: string;
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            counts: {
                                added: number;
                                changed: number;
                                refused: number;
                                same: number;
                            };
                            digest: string;
                            ignored: string[];
                            isWritten: boolean;
                            more: number;
                            rows: {
                                /** @enum {string} */
                                outcome: "added" | "changed" | "same" | "refused";
                                reasons: {
                                    code: string;
                                    column: string | null;
                                    reason: string;
                                }[];
                                row: number;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/charges/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the charge master asks for one unit of a code on a day; null without a price */
        get: {
            parameters: {
                query: {
                    code: string;
                    modifiers?: string;
                    on: string;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            priceCents: number | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claims by search and filters, with what each stands at */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    category?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    payer?: number;
                    reason?: string;
                    search?: string;
                    serviceFrom?: string;
                    serviceThrough?: string;
                    sort?: "service" | "service-oldest" | "charged" | "charged-least" | "number" | "number-last";
                    stage?: string;
                    state?: "draft" | "held" | "ready" | "submitted" | "rejected" | "accepted" | "pending" | "paid" | "partly-paid" | "denied" | "forwarded" | "patient" | "closed" | "replaced" | "void";
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                chargedCents: number;
                                contractualCents: number;
                                deniedCents: number;
                                id: number;
                                insurancePaidCents: number;
                                /** @enum {string} */
                                kind: "professional" | "institutional" | "dental";
                                openInsuranceCents: number;
                                openPatientCents: number;
                                patientControlNumber: string;
                                patientName: string;
                                patientResponsibilityCents: number;
                                payer: string;
                                payerId: number;
                                serviceFrom: string | null;
                                serviceThrough: string | null;
                                /** @enum {string} */
                                state: "draft" | "held" | "ready" | "submitted" | "rejected" | "accepted" | "pending" | "paid" | "partly-paid" | "denied" | "forwarded" | "patient" | "closed" | "replaced" | "void";
                                submittedOn: string | null;
                                version: number;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One claim: state, money by line from the books, denials in words, what is next */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acceptedOn: string | null;
                            billingProviderName: string | null;
                            billingProviderNpi: string;
                            cents: {
                                charged: number;
                                contractual: number;
                                creditInsurance: number;
                                creditPatient: number;
                                denied: number;
                                incentive: number;
                                insurancePaid: number;
                                openInsurance: number;
                                openPatient: number;
                                patientForgiven: number;
                                patientPaid: number;
                                patientResponsibility: number;
                                withheld: number;
                                writtenOff: number;
                            };
                            chargedCents: number;
                            contractualCents: number;
                            coverageSequence: string;
                            dateOfBirth: string | null;
                            denials: {
                                category: string;
                                cents: number;
                                /** Format: date */
                                deniedOn: string;
                                dueOn: string | null;
                                groupCode: string;
                                id: number;
                                isInitial: boolean;
                                lineNumber: number;
                                nextAction: string;
                                outcome: string | null;
                                outcomeOn: string | null;
                                outcomeRemittanceId: number | null;
                                preventable: string;
                                procedureCode: string | null;
                                process: string;
                                reasonCode: string;
                                recoveredCents: number;
                                remarkCodes: string[];
                                remittanceId: number;
                                role: string;
                                source: {
                                    /** Format: uuid */
                                    fileId: string;
                                    fileName: string;
                                    segmentFrom: number;
                                    segmentTo: number;
                                };
                                stage: string;
                                /** @enum {string} */
                                state: "open" | "reversed" | "superseded" | "closed";
                                words: {
                                    group: string;
                                    isKnown: boolean;
                                    reason: string;
                                    remarks: {
                                        code: string;
                                        label: string;
                                    }[];
                                };
                            }[];
                            deniedCents: number;
                            diagnosisCodes: string[];
                            facilityCode: string | null;
                            filingIndicator: string | null;
                            firstAdjudicatedOn: string | null;
                            firstOutcome: string | null;
                            firstPaidOn: string | null;
                            frequencyCode: string;
                            furtherPayers: number;
                            id: number;
                            insurancePaidCents: number;
                            /** @enum {string} */
                            kind: "professional" | "institutional" | "dental";
                            lines: {
                                cents: {
                                    charged: number;
                                    contractual: number;
                                    creditInsurance: number;
                                    creditPatient: number;
                                    denied: number;
                                    incentive: number;
                                    insurancePaid: number;
                                    openInsurance: number;
                                    openPatient: number;
                                    patientForgiven: number;
                                    patientPaid: number;
                                    patientResponsibility: number;
                                    withheld: number;
                                    writtenOff: number;
                                };
                                lineItemControlNumber: string | null;
                                lineNumber: number;
                                modifiers: string[];
                                placeOfService: string | null;
                                procedureCode: string | null;
                                revenueCode: string | null;
                                serviceFrom: string | null;
                                serviceThrough: string | null;
                                units: string | null;
                            }[];
                            memberId: string | null;
                            next: {
                                actions: string[];
                                cents: number;
                                due: string | null;
                                kind: string;
                                role: string;
                                why: {
                                    [key: string]: unknown;
                                };
                                whyCode: string;
                                whyText: string;
                                workItemId: number;
                            }[];
                            openInsuranceCents: number;
                            openPatientCents: number;
                            originalPayerClaimControlNumber: string | null;
                            patientControlNumber: string;
                            patientName: string;
                            patientResponsibilityCents: number;
                            payer: string;
                            payerClaimControlNumber: string | null;
                            payerId: number;
                            priorAuthorization: string | null;
                            rejectedOn: string | null;
                            renderingNpi: string | null;
                            replacedBy: {
                                id: number;
                                patientControlNumber: string;
                                version: number;
                            } | null;
                            replaces: {
                                id: number;
                                patientControlNumber: string;
                                version: number;
                            } | null;
                            revision: number;
                            serviceFrom: string | null;
                            serviceThrough: string | null;
                            source: {
                                /** Format: uuid */
                                fileId: string;
                                fileName: string;
                                segmentFrom: number;
                                segmentTo: number;
                            } | null;
                            /** @enum {string} */
                            state: "draft" | "held" | "ready" | "submitted" | "rejected" | "accepted" | "pending" | "paid" | "partly-paid" | "denied" | "forwarded" | "patient" | "closed" | "replaced" | "void";
                            submittedOn: string | null;
                            version: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a claim that was written here says, whole, with what a strict reader finds wrong */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            chargedCents: number;
                            claimId: number;
                            content: {
                                [key: string]: unknown;
                            };
                            faults: {
                                code: string;
                                component: number | null;
                                element: number | null;
                                lineNumber: number | null;
                                loop: string | null;
                                message: string;
                                segmentId: string | null;
                                /** @enum {string} */
                                severity: "error" | "warning";
                            }[];
                            findings: {
                                code: string;
                                field: string | null;
                                message: string;
                                /** @enum {string} */
                                severity: "hold" | "warning" | "information";
                            }[];
                            frequencyCode: string;
                            isChangeable: boolean;
                            patientControlNumber: string;
                            predecessorId: number | null;
                            /** @enum {string} */
                            purpose: "original" | "resend" | "replacement" | "void";
                            rejection: {
                                field: string | null;
                                sentence: string;
                            } | null;
                            revision: number;
                            state: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Write what a person typed into a claim that was not sent yet */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        accidentCountry?: string;
                        accidentState?: string;
                        amounts: {
                            cents: number;
                            qualifier: string;
                        }[];
                        /** @enum {string} */
                        assignment?: "A" | "B" | "C";
                        attachments: {
                            controlNumber?: string;
                            reportType: string;
                            transmission: string;
                        }[];
                        /** @enum {string} */
                        benefitsAssigned?: "N" | "W" | "Y";
                        billingProvider?: {
                            address?: {
                                city?: string;
                                country?: string;
                                line1?: string;
                                line2?: string;
                                postalCode?: string;
                                state?: string;
                                subdivision?: string;
                            };
                            contacts: {
                                /** @constant */
                                functionCode: "IC";
                                name?: string;
                                numbers: {
                                    number: string;
                                    /** @enum {string} */
                                    qualifier: "TE" | "EM" | "FX" | "EX";
                                }[];
                            }[];
                            /** Format: date */
                            dateOfBirth?: string;
                            entityCode: string;
                            firstName?: string;
                            /** @enum {string} */
                            gender?: "F" | "M" | "U";
                            id?: string;
                            idQualifier?: string;
                            isPerson: boolean;
                            lastNameOrOrganization?: string;
                            middleName?: string;
                            references: {
                                id: string;
                                payerId?: string;
                                qualifier: string;
                            }[];
                            suffix?: string;
                            taxonomy?: string;
                        };
                        codes: {
                            code: string;
                            qualifier: string;
                        }[];
                        conditions?: {
                            applies: boolean;
                            category: string;
                            codes: string[];
                        }[];
                        contract?: {
                            cents?: number;
                            code?: string;
                            percent?: string;
                            termsDiscount?: string;
                            type: string;
                            version?: string;
                        };
                        coverage: {
                            filingIndicator?: string;
                            groupName?: string;
                            groupNumber?: string;
                            insuranceType?: string;
                            payer?: {
                                address?: {
                                    city?: string;
                                    country?: string;
                                    line1?: string;
                                    line2?: string;
                                    postalCode?: string;
                                    state?: string;
                                    subdivision?: string;
                                };
                                contacts: {
                                    /** @constant */
                                    functionCode: "IC";
                                    name?: string;
                                    numbers: {
                                        number: string;
                                        /** @enum {string} */
                                        qualifier: "TE" | "EM" | "FX" | "EX";
                                    }[];
                                }[];
                                /** Format: date */
                                dateOfBirth?: string;
                                entityCode: string;
                                firstName?: string;
                                /** @enum {string} */
                                gender?: "F" | "M" | "U";
                                id?: string;
                                idQualifier?: string;
                                isPerson: boolean;
                                lastNameOrOrganization?: string;
                                middleName?: string;
                                references: {
                                    id: string;
                                    payerId?: string;
                                    qualifier: string;
                                }[];
                                suffix?: string;
                                taxonomy?: string;
                            };
                            relationship?: string;
                            /** @enum {string} */
                            sequence: "P" | "S" | "T" | "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "U";
                            subscriber?: {
                                address?: {
                                    city?: string;
                                    country?: string;
                                    line1?: string;
                                    line2?: string;
                                    postalCode?: string;
                                    state?: string;
                                    subdivision?: string;
                                };
                                contacts: {
                                    /** @constant */
                                    functionCode: "IC";
                                    name?: string;
                                    numbers: {
                                        number: string;
                                        /** @enum {string} */
                                        qualifier: "TE" | "EM" | "FX" | "EX";
                                    }[];
                                }[];
                                /** Format: date */
                                dateOfBirth?: string;
                                entityCode: string;
                                firstName?: string;
                                /** @enum {string} */
                                gender?: "F" | "M" | "U";
                                id?: string;
                                idQualifier?: string;
                                isPerson: boolean;
                                lastNameOrOrganization?: string;
                                middleName?: string;
                                references: {
                                    id: string;
                                    payerId?: string;
                                    qualifier: string;
                                }[];
                                suffix?: string;
                                taxonomy?: string;
                            };
                        };
                        currency?: string;
                        dates: {
                            /** Format: date */
                            from: string;
                            qualifier: string;
                            /** Format: date */
                            through?: string;
                        }[];
                        delayReason?: string;
                        facilityCode?: string;
                        fileInformation?: string[];
                        lines: {
                            adjudications: {
                                /** Format: date */
                                adjudicatedOn?: string;
                                adjustments: {
                                    cents: number;
                                    /** @enum {string} */
                                    groupCode: "CO" | "CR" | "OA" | "PI" | "PR";
                                    quantity?: string;
                                    reasonCode: string;
                                }[];
                                bundledInto?: string;
                                paidCents: number;
                                payerId: string;
                                procedure?: {
                                    code: string;
                                    description?: string;
                                    modifiers: string[];
                                    /** @enum {string} */
                                    qualifier: "HC" | "ER" | "IV" | "WK";
                                };
                                quantity?: string;
                                remainingPatientLiabilityCents?: number;
                            }[];
                            amounts: {
                                cents: number;
                                qualifier: string;
                            }[];
                            attachments?: {
                                controlNumber?: string;
                                reportType: string;
                                transmission: string;
                            }[];
                            certificateTransmission?: string;
                            chargedCents: number;
                            conditions?: {
                                applies: boolean;
                                category: string;
                                codes: string[];
                            }[];
                            contract?: {
                                cents?: number;
                                code?: string;
                                percent?: string;
                                termsDiscount?: string;
                                type: string;
                                version?: string;
                            };
                            dates: {
                                /** Format: date */
                                from: string;
                                qualifier: string;
                                /** Format: date */
                                through?: string;
                            }[];
                            diagnosisPointers: number[];
                            drug?: {
                                ndc: string;
                                prescription?: {
                                    id: string;
                                    payerId?: string;
                                    qualifier: string;
                                };
                                qualifier?: string;
                                quantity?: string;
                                /** @enum {string} */
                                unit?: "F2" | "GR" | "ME" | "ML" | "UN";
                            };
                            emergency: boolean;
                            equipment?: {
                                lengthOfNeed?: string;
                                procedure?: {
                                    code: string;
                                    description?: string;
                                    modifiers: string[];
                                    qualifier: string;
                                };
                                purchaseCents?: number;
                                rentalCents?: number;
                                rentalFrequency?: string;
                            };
                            equipmentCertification?: {
                                kind: string;
                                months?: string;
                            };
                            fileInformation?: string[];
                            forms?: {
                                answers: {
                                    answer?: string;
                                    /** Format: date */
                                    date?: string;
                                    percent?: string;
                                    question: string;
                                    text?: string;
                                }[];
                                form: string;
                                list: string;
                            }[];
                            /** @constant */
                            isCopayExempt?: true;
                            /** @constant */
                            isFamilyPlanning?: true;
                            /** @constant */
                            isScreening?: true;
                            measurements?: {
                                kind: string;
                                qualifier: string;
                                value?: string;
                            }[];
                            notes: {
                                qualifier: string;
                                text: string;
                            }[];
                            number?: number;
                            parties: {
                                address?: {
                                    city?: string;
                                    country?: string;
                                    line1?: string;
                                    line2?: string;
                                    postalCode?: string;
                                    state?: string;
                                    subdivision?: string;
                                };
                                contacts: {
                                    /** @constant */
                                    functionCode: "IC";
                                    name?: string;
                                    numbers: {
                                        number: string;
                                        /** @enum {string} */
                                        qualifier: "TE" | "EM" | "FX" | "EX";
                                    }[];
                                }[];
                                /** Format: date */
                                dateOfBirth?: string;
                                entityCode: string;
                                firstName?: string;
                                /** @enum {string} */
                                gender?: "F" | "M" | "U";
                                id?: string;
                                idQualifier?: string;
                                isPerson: boolean;
                                lastNameOrOrganization?: string;
                                middleName?: string;
                                references: {
                                    id: string;
                                    payerId?: string;
                                    qualifier: string;
                                }[];
                                suffix?: string;
                                taxonomy?: string;
                            }[];
                            placeOfService?: string;
                            pricing?: {
                                allowedCents?: number;
                                code?: string;
                                codeQualifier?: string;
                                exception?: string;
                                method: string;
                                organizationId?: string;
                                patientGroup?: string;
                                patientGroupCents?: number;
                                policyCompliance?: string;
                                quantity?: string;
                                rate?: string;
                                rejection?: string;
                                revenueCode?: string;
                                savedCents?: number;
                                unitOfMeasure?: string;
                            };
                            procedure?: {
                                code: string;
                                description?: string;
                                modifiers: string[];
                                /** @enum {string} */
                                qualifier: "HC" | "ER" | "IV" | "WK";
                            };
                            purchasedService?: {
                                cents?: number;
                                providerId: string;
                            };
                            quantities: {
                                qualifier: string;
                                quantity: string;
                            }[];
                            quantity?: string;
                            references: {
                                id: string;
                                payerId?: string;
                                qualifier: string;
                            }[];
                            /** Format: date */
                            serviceFrom?: string;
                            /** Format: date */
                            serviceThrough?: string;
                            transport?: {
                                kind?: string;
                                miles?: string;
                                reason?: string;
                                roundTripPurpose?: string;
                                stretcherPurpose?: string;
                                weight?: string;
                            };
                            /** @enum {string} */
                            unitOfMeasure?: "UN" | "MJ";
                        }[];
                        notes: {
                            qualifier: string;
                            text: string;
                        }[];
                        otherCoverages: {
                            /** Format: date */
                            adjudicatedOn?: string;
                            adjustments: {
                                cents: number;
                                /** @enum {string} */
                                groupCode: "CO" | "CR" | "OA" | "PI" | "PR";
                                quantity?: string;
                                reasonCode: string;
                            }[];
                            amounts: {
                                cents: number;
                                qualifier: string;
                            }[];
                            benefitsAssigned?: string;
                            filingIndicator?: string;
                            groupName?: string;
                            groupNumber?: string;
                            insuranceType?: string;
                            outpatient?: {
                                payableCents?: number;
                                professionalCents?: number;
                                reimbursementRate?: string;
                                renalDiseaseCents?: number;
                            };
                            patientSignatureSource?: string;
                            payer?: {
                                address?: {
                                    city?: string;
                                    country?: string;
                                    line1?: string;
                                    line2?: string;
                                    postalCode?: string;
                                    state?: string;
                                    subdivision?: string;
                                };
                                contacts: {
                                    /** @constant */
                                    functionCode: "IC";
                                    name?: string;
                                    numbers: {
                                        number: string;
                                        /** @enum {string} */
                                        qualifier: "TE" | "EM" | "FX" | "EX";
                                    }[];
                                }[];
                                /** Format: date */
                                dateOfBirth?: string;
                                entityCode: string;
                                firstName?: string;
                                /** @enum {string} */
                                gender?: "F" | "M" | "U";
                                id?: string;
                                idQualifier?: string;
                                isPerson: boolean;
                                lastNameOrOrganization?: string;
                                middleName?: string;
                                references: {
                                    id: string;
                                    payerId?: string;
                                    qualifier: string;
                                }[];
                                suffix?: string;
                                taxonomy?: string;
                            };
                            providers?: {
                                address?: {
                                    city?: string;
                                    country?: string;
                                    line1?: string;
                                    line2?: string;
                                    postalCode?: string;
                                    state?: string;
                                    subdivision?: string;
                                };
                                contacts: {
                                    /** @constant */
                                    functionCode: "IC";
                                    name?: string;
                                    numbers: {
                                        number: string;
                                        /** @enum {string} */
                                        qualifier: "TE" | "EM" | "FX" | "EX";
                                    }[];
                                }[];
                                /** Format: date */
                                dateOfBirth?: string;
                                entityCode: string;
                                firstName?: string;
                                /** @enum {string} */
                                gender?: "F" | "M" | "U";
                                id?: string;
                                idQualifier?: string;
                                isPerson: boolean;
                                lastNameOrOrganization?: string;
                                middleName?: string;
                                references: {
                                    id: string;
                                    payerId?: string;
                                    qualifier: string;
                                }[];
                                suffix?: string;
                                taxonomy?: string;
                            }[];
                            relationship?: string;
                            releaseOfInformation?: string;
                            remarkCodes: string[];
                            /** @enum {string} */
                            sequence: "P" | "S" | "T" | "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "U";
                            subscriber?: {
                                address?: {
                                    city?: string;
                                    country?: string;
                                    line1?: string;
                                    line2?: string;
                                    postalCode?: string;
                                    state?: string;
                                    subdivision?: string;
                                };
                                contacts: {
                                    /** @constant */
                                    functionCode: "IC";
                                    name?: string;
                                    numbers: {
                                        number: string;
                                        /** @enum {string} */
                                        qualifier: "TE" | "EM" | "FX" | "EX";
                                    }[];
                                }[];
                                /** Format: date */
                                dateOfBirth?: string;
                                entityCode: string;
                                firstName?: string;
                                /** @enum {string} */
                                gender?: "F" | "M" | "U";
                                id?: string;
                                idQualifier?: string;
                                isPerson: boolean;
                                lastNameOrOrganization?: string;
                                middleName?: string;
                                references: {
                                    id: string;
                                    payerId?: string;
                                    qualifier: string;
                                }[];
                                suffix?: string;
                                taxonomy?: string;
                            };
                        }[];
                        parties: {
                            address?: {
                                city?: string;
                                country?: string;
                                line1?: string;
                                line2?: string;
                                postalCode?: string;
                                state?: string;
                                subdivision?: string;
                            };
                            contacts: {
                                /** @constant */
                                functionCode: "IC";
                                name?: string;
                                numbers: {
                                    number: string;
                                    /** @enum {string} */
                                    qualifier: "TE" | "EM" | "FX" | "EX";
                                }[];
                            }[];
                            /** Format: date */
                            dateOfBirth?: string;
                            entityCode: string;
                            firstName?: string;
                            /** @enum {string} */
                            gender?: "F" | "M" | "U";
                            id?: string;
                            idQualifier?: string;
                            isPerson: boolean;
                            lastNameOrOrganization?: string;
                            middleName?: string;
                            references: {
                                id: string;
                                payerId?: string;
                                qualifier: string;
                            }[];
                            suffix?: string;
                            taxonomy?: string;
                        }[];
                        patient?: {
                            address?: {
                                city?: string;
                                country?: string;
                                line1?: string;
                                line2?: string;
                                postalCode?: string;
                                state?: string;
                                subdivision?: string;
                            };
                            contacts: {
                                /** @constant */
                                functionCode: "IC";
                                name?: string;
                                numbers: {
                                    number: string;
                                    /** @enum {string} */
                                    qualifier: "TE" | "EM" | "FX" | "EX";
                                }[];
                            }[];
                            /** Format: date */
                            dateOfBirth?: string;
                            entityCode: string;
                            firstName?: string;
                            /** @enum {string} */
                            gender?: "F" | "M" | "U";
                            id?: string;
                            idQualifier?: string;
                            isPerson: boolean;
                            lastNameOrOrganization?: string;
                            middleName?: string;
                            references: {
                                id: string;
                                payerId?: string;
                                qualifier: string;
                            }[];
                            suffix?: string;
                            taxonomy?: string;
                        };
                        patientFacts?: {
                            /** Format: date */
                            diedOn?: string;
                            isPregnant: boolean;
                            student?: string;
                            weight?: string;
                        };
                        patientRelationship?: string;
                        patientSignatureSource?: string;
                        payToAddress?: {
                            address?: {
                                city?: string;
                                country?: string;
                                line1?: string;
                                line2?: string;
                                postalCode?: string;
                                state?: string;
                                subdivision?: string;
                            };
                            contacts: {
                                /** @constant */
                                functionCode: "IC";
                                name?: string;
                                numbers: {
                                    number: string;
                                    /** @enum {string} */
                                    qualifier: "TE" | "EM" | "FX" | "EX";
                                }[];
                            }[];
                            /** Format: date */
                            dateOfBirth?: string;
                            entityCode: string;
                            firstName?: string;
                            /** @enum {string} */
                            gender?: "F" | "M" | "U";
                            id?: string;
                            idQualifier?: string;
                            isPerson: boolean;
                            lastNameOrOrganization?: string;
                            middleName?: string;
                            references: {
                                id: string;
                                payerId?: string;
                                qualifier: string;
                            }[];
                            suffix?: string;
                            taxonomy?: string;
                        };
                        payToPlan?: {
                            address?: {
                                city?: string;
                                country?: string;
                                line1?: string;
                                line2?: string;
                                postalCode?: string;
                                state?: string;
                                subdivision?: string;
                            };
                            contacts: {
                                /** @constant */
                                functionCode: "IC";
                                name?: string;
                                numbers: {
                                    number: string;
                                    /** @enum {string} */
                                    qualifier: "TE" | "EM" | "FX" | "EX";
                                }[];
                            }[];
                            /** Format: date */
                            dateOfBirth?: string;
                            entityCode: string;
                            firstName?: string;
                            /** @enum {string} */
                            gender?: "F" | "M" | "U";
                            id?: string;
                            idQualifier?: string;
                            isPerson: boolean;
                            lastNameOrOrganization?: string;
                            middleName?: string;
                            references: {
                                id: string;
                                payerId?: string;
                                qualifier: string;
                            }[];
                            suffix?: string;
                            taxonomy?: string;
                        };
                        pricing?: {
                            allowedCents?: number;
                            code?: string;
                            codeQualifier?: string;
                            exception?: string;
                            method: string;
                            organizationId?: string;
                            patientGroup?: string;
                            patientGroupCents?: number;
                            policyCompliance?: string;
                            quantity?: string;
                            rate?: string;
                            rejection?: string;
                            revenueCode?: string;
                            savedCents?: number;
                            unitOfMeasure?: string;
                        };
                        /** @enum {string} */
                        providerSignatureOnFile?: "N" | "Y";
                        references: {
                            id: string;
                            payerId?: string;
                            qualifier: string;
                        }[];
                        relatedCauses: ("AA" | "EM" | "OA")[];
                        /** @enum {string} */
                        releaseOfInformation?: "I" | "Y";
                        specialProgram?: string;
                        spinalManipulation?: {
                            condition?: string;
                            description?: string;
                            further?: string;
                        };
                        transport?: {
                            kind?: string;
                            miles?: string;
                            reason?: string;
                            roundTripPurpose?: string;
                            stretcherPurpose?: string;
                            weight?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            chargedCents: number;
                            claimId: number;
                            content: {
                                [key: string]: unknown;
                            };
                            faults: {
                                code: string;
                                component: number | null;
                                element: number | null;
                                lineNumber: number | null;
                                loop: string | null;
                                message: string;
                                segmentId: string | null;
                                /** @enum {string} */
                                severity: "error" | "warning";
                            }[];
                            findings: {
                                code: string;
                                field: string | null;
                                message: string;
                                /** @enum {string} */
                                severity: "hold" | "warning" | "information";
                            }[];
                            frequencyCode: string;
                            isChangeable: boolean;
                            patientControlNumber: string;
                            predecessorId: number | null;
                            /** @enum {string} */
                            purpose: "original" | "resend" | "replacement" | "void";
                            rejection: {
                                field: string | null;
                                sentence: string;
                            } | null;
                            revision: number;
                            state: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}/guarantor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say who answers for what the patient owes of a claim: a guarantor, or the patient */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        guarantorId: number | null;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claimId: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a claim, with the reason and who must act */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        ownerRole: "front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "administrator";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            cause: "edits" | "person";
                            /** Format: date-time */
                            heldAt: string;
                            heldBy: string;
                            id: number;
                            ownerRole: string;
                            reason: string | null;
                            releasedAt: string | null;
                            releasedBy: string | null;
                            releaseReason: string | null;
                            revision: number;
                            subjectId: number;
                            subjectKind: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}/mend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin the claim that mends another: sent again, in place of it (7), withdrawing it (8) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        mending: "resend" | "replacement" | "void";
                        payerClaimControlNumber?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claimId: number;
                            isNew: boolean;
                            patientControlNumber: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}/next-payer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What follows the last payer's answer to a claim, why, and its arithmetic */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            billedRank: number;
                            claimId: number;
                            kind: string;
                            next: {
                                cents: number | null;
                                dueOn: string | null;
                                /** @enum {string} */
                                is: "none" | "denied" | "crossover" | "bill" | "prepared" | "waiting" | "patient" | "protected";
                                isClean: boolean;
                                isOverdue: boolean;
                                isRejected: boolean;
                                isReleased: boolean;
                                rank: number | null;
                                since: string | null;
                                why: string | null;
                            };
                            payers: {
                                isOnClaim: boolean;
                                name: string;
                                rank: number;
                            }[];
                            prior: {
                                adjustedCents: number;
                                /** Format: date */
                                answeredOn: string;
                                chargedCents: number;
                                imbalanceCents: number;
                                isForwarded: boolean;
                                paidCents: number;
                                patientCents: number;
                                payerClaimControlNumber: string | null;
                                rank: number;
                            }[];
                            sending: {
                                faults: {
                                    code: string;
                                    loop: string | null;
                                    message: string;
                                    segmentId: string | null;
                                }[];
                                /** @enum {string} */
                                form: "electronic" | "paper";
                                /** Format: date */
                                madeOn: string;
                                number: number;
                                rank: number;
                                sentOn: string | null;
                                /** @enum {string} */
                                state: "draft" | "ready" | "sent";
                            } | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make the claim to the next payer of what the payers before it answered */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        form: "electronic" | "paper";
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            billedRank: number;
                            claimId: number;
                            kind: string;
                            next: {
                                cents: number | null;
                                dueOn: string | null;
                                /** @enum {string} */
                                is: "none" | "denied" | "crossover" | "bill" | "prepared" | "waiting" | "patient" | "protected";
                                isClean: boolean;
                                isOverdue: boolean;
                                isRejected: boolean;
                                isReleased: boolean;
                                rank: number | null;
                                since: string | null;
                                why: string | null;
                            };
                            payers: {
                                isOnClaim: boolean;
                                name: string;
                                rank: number;
                            }[];
                            prior: {
                                adjustedCents: number;
                                /** Format: date */
                                answeredOn: string;
                                chargedCents: number;
                                imbalanceCents: number;
                                isForwarded: boolean;
                                paidCents: number;
                                patientCents: number;
                                payerClaimControlNumber: string | null;
                                rank: number;
                            }[];
                            sending: {
                                faults: {
                                    code: string;
                                    loop: string | null;
                                    message: string;
                                    segmentId: string | null;
                                }[];
                                /** @enum {string} */
                                form: "electronic" | "paper";
                                /** Format: date */
                                madeOn: string;
                                number: number;
                                rank: number;
                                sentOn: string | null;
                                /** @enum {string} */
                                state: "draft" | "ready" | "sent";
                            } | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}/next-payer/mailed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark the printed claim to the next payer as mailed */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            billedRank: number;
                            claimId: number;
                            kind: string;
                            next: {
                                cents: number | null;
                                dueOn: string | null;
                                /** @enum {string} */
                                is: "none" | "denied" | "crossover" | "bill" | "prepared" | "waiting" | "patient" | "protected";
                                isClean: boolean;
                                isOverdue: boolean;
                                isRejected: boolean;
                                isReleased: boolean;
                                rank: number | null;
                                since: string | null;
                                why: string | null;
                            };
                            payers: {
                                isOnClaim: boolean;
                                name: string;
                                rank: number;
                            }[];
                            prior: {
                                adjustedCents: number;
                                /** Format: date */
                                answeredOn: string;
                                chargedCents: number;
                                imbalanceCents: number;
                                isForwarded: boolean;
                                paidCents: number;
                                patientCents: number;
                                payerClaimControlNumber: string | null;
                                rank: number;
                            }[];
                            sending: {
                                faults: {
                                    code: string;
                                    loop: string | null;
                                    message: string;
                                    segmentId: string | null;
                                }[];
                                /** @enum {string} */
                                form: "electronic" | "paper";
                                /** Format: date */
                                madeOn: string;
                                number: number;
                                rank: number;
                                sentOn: string | null;
                                /** @enum {string} */
                                state: "draft" | "ready" | "sent";
                            } | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}/next-payer/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide that nobody after the last payer is asked: what it left is the patient's */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            billedRank: number;
                            claimId: number;
                            kind: string;
                            next: {
                                cents: number | null;
                                dueOn: string | null;
                                /** @enum {string} */
                                is: "none" | "denied" | "crossover" | "bill" | "prepared" | "waiting" | "patient" | "protected";
                                isClean: boolean;
                                isOverdue: boolean;
                                isRejected: boolean;
                                isReleased: boolean;
                                rank: number | null;
                                since: string | null;
                                why: string | null;
                            };
                            payers: {
                                isOnClaim: boolean;
                                name: string;
                                rank: number;
                            }[];
                            prior: {
                                adjustedCents: number;
                                /** Format: date */
                                answeredOn: string;
                                chargedCents: number;
                                imbalanceCents: number;
                                isForwarded: boolean;
                                paidCents: number;
                                patientCents: number;
                                payerClaimControlNumber: string | null;
                                rank: number;
                            }[];
                            sending: {
                                faults: {
                                    code: string;
                                    loop: string | null;
                                    message: string;
                                    segmentId: string | null;
                                }[];
                                /** @enum {string} */
                                form: "electronic" | "paper";
                                /** Format: date */
                                madeOn: string;
                                number: number;
                                rank: number;
                                sentOn: string | null;
                                /** @enum {string} */
                                state: "draft" | "ready" | "sent";
                            } | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notes on a claim, the newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                };
                header?: never;
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                actor: string;
                                claimId: number;
                                id: number;
                                nextActionOn: string | null;
                                /** Format: date-time */
                                recordedAt: string;
                                text: string;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Write a note on a claim; notes are never edited */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        nextActionOn?: string | null;
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actor: string;
                            claimId: number;
                            id: number;
                            nextActionOn: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            text: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}/paper-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The claim on form CMS-1500, with the answers of the payers before it */
        get: {
            parameters: {
                query?: {
                    paper?: "preprinted" | "plain";
                };
                header?: never;
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}/patient-write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forgive what a patient owes of a claim, up to the limit of one's role */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        cents?: number;
                        /** @enum {string} */
                        kind: "small-balance" | "courtesy" | "hardship" | "bad-debt";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claimId: number;
                            writeOffId: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a credit of a claim to go back; a second person approves it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        cents: number;
                        /** @enum {string} */
                        party: "payer" | "patient";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            refundId: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}/responsibility-transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people moved between the payers and the patient of a claim */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                cents: number;
                                /** @enum {string} */
                                direction: "to-patient" | "to-payer";
                                id: number;
                                lineNumber: number;
                                /** Format: date */
                                movedOn: string;
                                reason: string;
                                recordedBy: string;
                                standingCents: number;
                                undoneOn: string | null;
                                undoReason: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Move what is open on a claim's lines from its payers to the patient, or back */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        direction: "to-patient" | "to-payer";
                        lines: {
                            cents: number;
                            lineNumber: number;
                        }[];
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                cents: number;
                                /** @enum {string} */
                                direction: "to-patient" | "to-payer";
                                id: number;
                                lineNumber: number;
                                /** Format: date */
                                movedOn: string;
                                reason: string;
                                recordedBy: string;
                                standingCents: number;
                                undoneOn: string | null;
                                undoReason: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}/status-inquiries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the payer where a claim stands (276); its answer comes to the claim's timeline */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            traceNumber: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that happened to a claim, the newest first, with where it stands in a file */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                actor: string | null;
                                cents: number | null;
                                id: string;
                                /** @enum {string} */
                                kind: "submission" | "acknowledgment" | "claim-acknowledgment" | "remittance" | "posting" | "note" | "event";
                                on: string | null;
                                /** Format: date-time */
                                recordedAt: string;
                                remittanceId: number | null;
                                source: {
                                    /** Format: uuid */
                                    fileId: string;
                                    fileName: string;
                                    segmentFrom: number;
                                    segmentTo: number;
                                } | null;
                                title: string;
                                values: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The transfers of a claim, of one line or of one amount, each with its cause */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    cents?: "charged" | "incentive" | "insurancePaid" | "contractual" | "writtenOff" | "withheld" | "patientResponsibility" | "patientPaid" | "patientForgiven" | "openInsurance" | "openPatient" | "creditInsurance" | "creditPatient";
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    line?: number;
                };
                header?: never;
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                cause: {
                                    actor: string;
                                    claimId: number | null;
                                    depositId: number | null;
                                    kind: string;
                                    paperId: number | null;
                                    patientControlNumber: string | null;
                                    postingId: number;
                                    reason: string | null;
                                    remittanceId: number | null;
                                    source: {
                                        /** Format: uuid */
                                        fileId: string;
                                        fileName: string;
                                        segmentFrom: number;
                                        segmentTo: number;
                                    } | null;
                                    traceNumber: string | null;
                                };
                                cents: number;
                                credit: {
                                    kind: string;
                                    name: string;
                                };
                                debit: {
                                    kind: string;
                                    name: string;
                                };
                                /** Format: date */
                                effectiveOn: string;
                                groupCode: string | null;
                                id: number;
                                lateFor: string | null;
                                lineNumber: number | null;
                                reasonCode: string | null;
                                /** Format: date-time */
                                recordedAt: string;
                                reverses: number | null;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/claims/{claim}/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up what a payer was expected to pay; beyond the limit of one's roles it waits */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    claim: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        isAvoidable?: boolean;
                        /** @enum {string} */
                        reasonCode: "timely-filing" | "no-authorization" | "not-eligible" | "registration-error" | "coding-error" | "records-missing" | "not-enrolled" | "appeal-late" | "appeal-lost" | "not-covered" | "bundled" | "contract-terms" | "small-balance" | "duplicate-charge" | "payer-insolvent" | "administrative";
                        /** @default  */
                        remark?: string;
                        scope: ("denied" | "open") | {
                            cents: number;
                            lineNumber: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            approvalId: number | null;
                            cents: number;
                            claimId: number;
                            code: string | null;
                            /** @enum {string} */
                            outcome: "written-off" | "waiting" | "refused";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/code-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The official code sets and whether each answers for a day */
        get: {
            parameters: {
                query?: {
                    on?: string;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            on: string;
                            rows: {
                                /** @enum {string} */
                                codeSet: "icd-10-cm" | "icd-10-cm-tabular" | "hcpcs" | "ncci-ptp" | "ncci-mue" | "pfs-rvu" | "pfs-gpci" | "nucc-taxonomy" | "place-of-service";
                                edition: string | null;
                                editions: number;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                rows: number;
                                /** @enum {string} */
                                state: "in-force" | "incomplete" | "not-in-force" | "not-loaded";
                                variant: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/code-sets/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Codes in force on a day that begin with a text or whose words do, the nearest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    billable?: "1";
                    codeSet?: "icd-10-cm" | "hcpcs" | "nucc-taxonomy" | "place-of-service";
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    on?: string;
                    search?: string;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                code: string;
                                /** @enum {string} */
                                codeSet: "icd-10-cm" | "icd-10-cm-tabular" | "hcpcs" | "ncci-ptp" | "ncci-mue" | "pfs-rvu" | "pfs-gpci" | "nucc-taxonomy" | "place-of-service";
                                edition: string;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                label: string;
                                /** @enum {string} */
                                standing: "valid" | "heading" | "not-yet" | "ended";
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/code-sets/codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is loaded about one code on a day */
        get: {
            parameters: {
                query?: {
                    locality?: string;
                    on?: string;
                };
                header?: never;
                path: {
                    code: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            mue: {
                                adjudicationIndicator: number | null;
                                /** @enum {string} */
                                answer: "not-loaded" | "absent" | "found";
                                rationale: string | null;
                                units: number | null;
                            };
                            notes: {
                                isLoaded: boolean;
                                rows: {
                                    at: string;
                                    character: string | null;
                                    kind: string;
                                    text: string;
                                }[];
                            };
                            /** Format: date */
                            on: string;
                            relativeValues: {
                                /** @enum {string} */
                                answer: "not-loaded" | "absent" | "found";
                                rows: {
                                    amounts: {
                                        facilityCents: number | null;
                                        locality: string;
                                        nonfacilityCents: number | null;
                                    } | null;
                                    conversionFactor: string;
                                    facilityPracticeExpense: string;
                                    globalDays: string;
                                    malpractice: string;
                                    modifier: string;
                                    nonfacilityPracticeExpense: string;
                                    status: string;
                                    work: string;
                                }[];
                            };
                            standings: {
                                /** @enum {string} */
                                answer: "not-loaded" | "absent" | "valid" | "heading" | "not-yet" | "ended";
                                /** @enum {string} */
                                codeSet: "icd-10-cm" | "icd-10-cm-tabular" | "hcpcs" | "ncci-ptp" | "ncci-mue" | "pfs-rvu" | "pfs-gpci" | "nucc-taxonomy" | "place-of-service";
                                edition: {
                                    edition: string;
                                    /** Format: date */
                                    effectiveFrom: string;
                                    effectiveTo: string | null;
                                } | null;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                facts: {
                                    [key: string]: string;
                                };
                                label: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/code-sets/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Official files that were handed in, by whom, with what became of each; latest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    codeSet?: "icd-10-cm" | "icd-10-cm-tabular" | "hcpcs" | "ncci-ptp" | "ncci-mue" | "pfs-rvu" | "pfs-gpci" | "nucc-taxonomy" | "place-of-service";
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                codeSet: ("icd-10-cm" | "icd-10-cm-tabular" | "hcpcs" | "ncci-ptp" | "ncci-mue" | "pfs-rvu" | "pfs-gpci" | "nucc-taxonomy" | "place-of-service") | null;
                                column: string | null;
                                edition: string | null;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                id: number;
                                line: number | null;
                                /** Format: date-time */
                                loadedAt: string;
                                loadedBy: string;
                                name: string;
                                part: number;
                                reason: string | null;
                                reasonCode: string | null;
                                rows: number;
                                sha256: string | null;
                                variant: string;
                                /** @enum {string} */
                                verdict: "reading" | "read" | "duplicate" | "refused" | "not-used" | "superseded" | "interrupted";
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Load one official file or archive; the body is its bytes, X-File-Name its percent-encoded name */
        post: {
            parameters: {
                query?: {
                    edition?: string;
                    effectiveFrom?: string;
                    effectiveTo?: string;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            files: {
                                codeSet: ("icd-10-cm" | "icd-10-cm-tabular" | "hcpcs" | "ncci-ptp" | "ncci-mue" | "pfs-rvu" | "pfs-gpci" | "nucc-taxonomy" | "place-of-service") | null;
                                column: string | null;
                                edition: string | null;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                file: string;
                                fileId: number;
                                line: number | null;
                                part: number;
                                reason: string | null;
                                reasonCode: string | null;
                                rows: number;
                                variant: string;
                                /** @enum {string} */
                                verdict: "read" | "duplicate" | "refused" | "not-used";
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/code-sets/localities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The Medicare localities of the edition in force on a day */
        get: {
            parameters: {
                query?: {
                    on?: string;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                id: string;
                                name: string;
                                state: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/code-sets/pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the procedure-to-procedure edits say of two codes on a day */
        get: {
            parameters: {
                query: {
                    first: string;
                    on?: string;
                    second: string;
                    variant?: "practitioner" | "hospital";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            answer: "not-loaded" | "absent" | "found";
                            edition: string | null;
                            edits: {
                                column1: string;
                                column2: string;
                                /** Format: date */
                                effectiveFrom: string;
                                effectiveTo: string | null;
                                modifierIndicator: number;
                                rationale: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/connection-routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Over which connection questions to payers go */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                connection: string;
                                connectionId: number;
                                id: number;
                                payer: string | null;
                                payerId: number | null;
                                /** @enum {string} */
                                transaction: "eligibility" | "claim-status";
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Send questions of a kind over a connection, for one payer or for all others */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        connectionId: number | null;
                        payerId: number | null;
                        /** @enum {string} */
                        transaction: "eligibility" | "claim-status";
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                connection: string;
                                connectionId: number;
                                id: number;
                                payer: string | null;
                                payerId: number | null;
                                /** @enum {string} */
                                transaction: "eligibility" | "claim-status";
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How claims go out and answers come in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                circuit: {
                                    failures: number;
                                    lastAnsweredAt: string | null;
                                    lastCause: string | null;
                                    lastFailedAt: string | null;
                                    openUntil: string | null;
                                    /** @enum {string} */
                                    state: "closed" | "open" | "half-open";
                                };
                                folder: string;
                                id: number;
                                interchangeNumber: number;
                                /** @default false */
                                isTest: boolean;
                                /** @enum {string} */
                                kind: "directory";
                                name: string;
                                receiverId: string;
                                receiverName: string;
                                /** @default ZZ */
                                receiverQualifier: string;
                                revision: number;
                                senderId: string;
                                /** @default ZZ */
                                senderQualifier: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a connection through a folder */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        folder: string;
                        /** @default false */
                        isTest?: boolean;
                        name: string;
                        receiverId: string;
                        receiverName: string;
                        /** @default ZZ */
                        receiverQualifier?: string;
                        senderId: string;
                        /** @default ZZ */
                        senderQualifier?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            circuit: {
                                failures: number;
                                lastAnsweredAt: string | null;
                                lastCause: string | null;
                                lastFailedAt: string | null;
                                openUntil: string | null;
                                /** @enum {string} */
                                state: "closed" | "open" | "half-open";
                            };
                            folder: string;
                            id: number;
                            interchangeNumber: number;
                            /** @default false */
                            isTest: boolean;
                            /** @enum {string} */
                            kind: "directory";
                            name: string;
                            receiverId: string;
                            receiverName: string;
                            /** @default ZZ */
                            receiverQualifier: string;
                            revision: number;
                            senderId: string;
                            /** @default ZZ */
                            senderQualifier: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/connections/{connection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Describe a connection anew; its control numbers go on */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    connection: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        folder: string;
                        /** @default false */
                        isTest?: boolean;
                        name: string;
                        receiverId: string;
                        receiverName: string;
                        /** @default ZZ */
                        receiverQualifier?: string;
                        senderId: string;
                        /** @default ZZ */
                        senderQualifier?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            circuit: {
                                failures: number;
                                lastAnsweredAt: string | null;
                                lastCause: string | null;
                                lastFailedAt: string | null;
                                openUntil: string | null;
                                /** @enum {string} */
                                state: "closed" | "open" | "half-open";
                            };
                            folder: string;
                            id: number;
                            interchangeNumber: number;
                            /** @default false */
                            isTest: boolean;
                            /** @enum {string} */
                            kind: "directory";
                            name: string;
                            receiverId: string;
                            receiverName: string;
                            /** @default ZZ */
                            receiverQualifier: string;
                            revision: number;
                            senderId: string;
                            /** @default ZZ */
                            senderQualifier: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/connections/{connection}/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in the files that wait on a connection */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    connection: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            files: {
                                name: string;
                                verdict: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/credits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credits of payers and patients with the day by which they must go back */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    claim?: number;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    party?: "payer" | "patient";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                askedCents: number;
                                cents: number;
                                claimId: number;
                                daysLeft: number;
                                /** Format: date */
                                dueOn: string;
                                /** Format: date */
                                identifiedOn: string;
                                key: string;
                                /** @enum {string} */
                                party: "payer" | "patient";
                                patientControlNumber: string;
                                patientName: string | null;
                                payer: string;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What day it is in a demo practice */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            day: string;
                            /** Format: date */
                            wantedDay: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Fill a demo practice with eighteen invented months; asking again changes nothing */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        claims?: number;
                    };
                };
            };
            responses: {
                /** @description Success */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            import: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/demo/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Step the business day of a demo practice; its payers answer meanwhile */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default 1 */
                        days?: number;
                    };
                };
            };
            responses: {
                /** @description Success */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            day: string;
                            /** Format: date */
                            wantedDay: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/denials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Denials with what was done about them and what came of it */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    age?: "0-30" | "31-60" | "61-90" | ">90";
                    category?: string;
                    cents?: number;
                    claim?: number;
                    due?: "overdue" | "week" | "later" | "none";
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    payer?: number;
                    process?: string;
                    reason?: string;
                    stage?: string;
                    standing?: "open" | "won" | "lost" | "all";
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                category: string;
                                cents: number;
                                claimId: number;
                                /** Format: date */
                                deniedOn: string;
                                dueOn: string | null;
                                groupCode: string;
                                id: number;
                                lastStep: string | null;
                                nextAction: string;
                                nextActionOn: string | null;
                                outcome: string | null;
                                patientControlNumber: string;
                                patientName: string;
                                payer: string;
                                procedureCode: string | null;
                                process: string;
                                reason: string;
                                reasonCode: string;
                                recoveredCents: number;
                                remarkCodes: string[];
                                role: string;
                                stage: string;
                                /** @enum {string} */
                                state: "open" | "reversed" | "superseded" | "closed";
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/denials/{denial}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One denial with its evidence, its deadline, what was done and what may be done */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    denial: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actions: {
                                /** @enum {string} */
                                action: "correct" | "new-claim" | "appeal" | "send-records" | "rebill" | "bill-patient" | "wait" | "upheld" | "close";
                                isUsual: boolean;
                            }[];
                            claim: {
                                id: number;
                                patientControlNumber: string;
                                patientId: number;
                                patientName: string;
                                payer: string;
                                payerClaimControlNumber: string | null;
                                serviceFrom: string | null;
                                state: string;
                            };
                            deadline: string | null;
                            denialId: number;
                            denials: {
                                category: string;
                                cents: number;
                                deadline: {
                                    basis: string;
                                    days: number;
                                    note: string | null;
                                    rule: string;
                                    source: string | null;
                                } | null;
                                /** Format: date */
                                deniedOn: string;
                                dueOn: string | null;
                                groupCode: string;
                                id: number;
                                isInitial: boolean;
                                lineNumber: number;
                                nextAction: string;
                                outcome: string | null;
                                outcomeOn: string | null;
                                outcomeRemittanceId: number | null;
                                preventable: string;
                                procedureCode: string | null;
                                process: string;
                                reasonCode: string;
                                recoveredCents: number;
                                remarkCodes: string[];
                                remittanceId: number;
                                role: string;
                                source: {
                                    /** Format: uuid */
                                    fileId: string;
                                    fileName: string;
                                    segmentFrom: number;
                                    segmentTo: number;
                                };
                                stage: string;
                                /** @enum {string} */
                                state: "open" | "reversed" | "superseded" | "closed";
                                words: {
                                    group: string;
                                    isKnown: boolean;
                                    reason: string;
                                    remarks: {
                                        code: string;
                                        label: string;
                                    }[];
                                };
                            }[];
                            evidence: {
                                /** Format: uuid */
                                fileId: string;
                                fileName: string;
                                segmentFrom: number;
                                segmentTo: number;
                            }[];
                            letter: string;
                            levels: {
                                decisionDays: number;
                                level: string;
                                source: string;
                            }[];
                            mending: {
                                claimId: number;
                                patientControlNumber: string;
                                purpose: string;
                                state: string;
                            } | null;
                            openCents: number;
                            revision: number;
                            steps: {
                                actor: string;
                                id: number;
                                kind: string;
                                letter: string | null;
                                level: string | null;
                                nextActionOn: string | null;
                                reason: string | null;
                                /** Format: date-time */
                                recordedAt: string;
                                /** Format: date */
                                takenOn: string;
                                undoneAt: string | null;
                            }[];
                            work: {
                                assignedTo: string | null;
                                due: string | null;
                                id: number;
                                nextActionOn: string | null;
                                role: string;
                            } | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/denials/{denial}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a step about the open denials of a claim, if it is allowed */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    denial: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        answerDueOn: string;
                        /** @constant */
                        kind: "appeal";
                        letter?: string;
                        level: string;
                        /** Format: date */
                        sentOn: string;
                    } | {
                        /** Format: date */
                        answerDueOn: string;
                        /** @constant */
                        kind: "send-records";
                        reason: string;
                        /** Format: date */
                        sentOn: string;
                    } | {
                        /** @constant */
                        kind: "wait";
                        reason: string;
                        /** Format: date */
                        until: string;
                    } | {
                        /** @constant */
                        kind: "bill-patient";
                        reason: string;
                    } | {
                        /** @constant */
                        kind: "upheld";
                        /** Format: date */
                        on: string;
                        reason: string;
                    } | {
                        /** @constant */
                        kind: "close";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actions: {
                                /** @enum {string} */
                                action: "correct" | "new-claim" | "appeal" | "send-records" | "rebill" | "bill-patient" | "wait" | "upheld" | "close";
                                isUsual: boolean;
                            }[];
                            claim: {
                                id: number;
                                patientControlNumber: string;
                                patientId: number;
                                patientName: string;
                                payer: string;
                                payerClaimControlNumber: string | null;
                                serviceFrom: string | null;
                                state: string;
                            };
                            deadline: string | null;
                            denialId: number;
                            denials: {
                                category: string;
                                cents: number;
                                deadline: {
                                    basis: string;
                                    days: number;
                                    note: string | null;
                                    rule: string;
                                    source: string | null;
                                } | null;
                                /** Format: date */
                                deniedOn: string;
                                dueOn: string | null;
                                groupCode: string;
                                id: number;
                                isInitial: boolean;
                                lineNumber: number;
                                nextAction: string;
                                outcome: string | null;
                                outcomeOn: string | null;
                                outcomeRemittanceId: number | null;
                                preventable: string;
                                procedureCode: string | null;
                                process: string;
                                reasonCode: string;
                                recoveredCents: number;
                                remarkCodes: string[];
                                remittanceId: number;
                                role: string;
                                source: {
                                    /** Format: uuid */
                                    fileId: string;
                                    fileName: string;
                                    segmentFrom: number;
                                    segmentTo: number;
                                };
                                stage: string;
                                /** @enum {string} */
                                state: "open" | "reversed" | "superseded" | "closed";
                                words: {
                                    group: string;
                                    isKnown: boolean;
                                    reason: string;
                                    remarks: {
                                        code: string;
                                        label: string;
                                    }[];
                                };
                            }[];
                            evidence: {
                                /** Format: uuid */
                                fileId: string;
                                fileName: string;
                                segmentFrom: number;
                                segmentTo: number;
                            }[];
                            letter: string;
                            levels: {
                                decisionDays: number;
                                level: string;
                                source: string;
                            }[];
                            mending: {
                                claimId: number;
                                patientControlNumber: string;
                                purpose: string;
                                state: string;
                            } | null;
                            openCents: number;
                            revision: number;
                            steps: {
                                actor: string;
                                id: number;
                                kind: string;
                                letter: string | null;
                                level: string | null;
                                nextActionOn: string | null;
                                reason: string | null;
                                /** Format: date-time */
                                recordedAt: string;
                                /** Format: date */
                                takenOn: string;
                                undoneAt: string | null;
                            }[];
                            work: {
                                assignedTo: string | null;
                                due: string | null;
                                id: number;
                                nextActionOn: string | null;
                                role: string;
                            } | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/denials/many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record one step for many denials, each claim judged alone; or preview that */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        denials: number[];
                        isPreview: boolean;
                        step: {
                            /** Format: date */
                            answerDueOn: string;
                            /** @constant */
                            kind: "appeal";
                            letter?: string;
                            level: string;
                            /** Format: date */
                            sentOn: string;
                        } | {
                            /** Format: date */
                            answerDueOn: string;
                            /** @constant */
                            kind: "send-records";
                            reason: string;
                            /** Format: date */
                            sentOn: string;
                        } | {
                            /** @constant */
                            kind: "wait";
                            reason: string;
                            /** Format: date */
                            until: string;
                        } | {
                            /** @constant */
                            kind: "bill-patient";
                            reason: string;
                        } | {
                            /** @constant */
                            kind: "upheld";
                            /** Format: date */
                            on: string;
                            reason: string;
                        } | {
                            /** @constant */
                            kind: "close";
                            reason: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cents: number;
                            rows: {
                                id: number;
                                outcome: string;
                            }[];
                            steps: number[];
                            taken: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/denials/steps/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo steps about denials, each the last one of its claim */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        steps: number[];
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                id: number;
                                outcome: string;
                            }[];
                            undone: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the bank says came in, the newest first, each with the remittance it pays */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    from?: string;
                    limit?: number;
                    search?: string;
                    state?: "matched" | "unmatched" | "taken-back";
                    through?: string;
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                batchNumber: string | null;
                                cents: number;
                                /** Format: date */
                                depositedOn: string;
                                feeCents: number;
                                file: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    rowNumber: number;
                                } | null;
                                id: number;
                                matchedBy: string;
                                payerName: string;
                                remittance: {
                                    id: number;
                                    traceNumber: string;
                                } | null;
                                /** @enum {string} */
                                state: "matched" | "unmatched" | "taken-back";
                                takenBack: {
                                    by: string;
                                    /** Format: date */
                                    on: string;
                                    reason: string;
                                } | null;
                                traceNumber: string;
                                type: string;
                                typed: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                } | null;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Type in a deposit: a check, the checks of a lockbox batch, a virtual card, cash */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        batch?: {
                            number: string;
                            totalCents: number;
                        };
                        /** @default false */
                        isAnother?: boolean;
                        items: {
                            cents: number;
                            /** @default 0 */
                            feeCents?: number;
                            payerName: string;
                            /** @default  */
                            reference?: string;
                        }[];
                        /** Format: date */
                        on: string;
                        /** @enum {string} */
                        way: "check" | "lockbox" | "virtual-card" | "cash";
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                batchNumber: string | null;
                                cents: number;
                                /** Format: date */
                                depositedOn: string;
                                feeCents: number;
                                file: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    rowNumber: number;
                                } | null;
                                id: number;
                                matchedBy: string;
                                payerName: string;
                                remittance: {
                                    id: number;
                                    traceNumber: string;
                                } | null;
                                /** @enum {string} */
                                state: "matched" | "unmatched" | "taken-back";
                                takenBack: {
                                    by: string;
                                    /** Format: date */
                                    on: string;
                                    reason: string;
                                } | null;
                                traceNumber: string;
                                type: string;
                                typed: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                } | null;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/deposits/{deposit}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tie a deposit to the remittance of exactly its amount */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    deposit: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        remittanceId: number;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            batchNumber: string | null;
                            cents: number;
                            /** Format: date */
                            depositedOn: string;
                            feeCents: number;
                            file: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                rowNumber: number;
                            } | null;
                            id: number;
                            matchedBy: string;
                            payerName: string;
                            remittance: {
                                id: number;
                                traceNumber: string;
                            } | null;
                            /** @enum {string} */
                            state: "matched" | "unmatched" | "taken-back";
                            takenBack: {
                                by: string;
                                /** Format: date */
                                on: string;
                                reason: string;
                            } | null;
                            traceNumber: string;
                            type: string;
                            typed: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Take back a match of a deposit that a person made */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    deposit: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            batchNumber: string | null;
                            cents: number;
                            /** Format: date */
                            depositedOn: string;
                            feeCents: number;
                            file: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                rowNumber: number;
                            } | null;
                            id: number;
                            matchedBy: string;
                            payerName: string;
                            remittance: {
                                id: number;
                                traceNumber: string;
                            } | null;
                            /** @enum {string} */
                            state: "matched" | "unmatched" | "taken-back";
                            takenBack: {
                                by: string;
                                /** Format: date */
                                on: string;
                                reason: string;
                            } | null;
                            traceNumber: string;
                            type: string;
                            typed: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/deposits/{deposit}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Remittances of a deposit's amount that no deposit pays yet, the likeliest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    deposit: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                effectiveOn: string | null;
                                paidCents: number;
                                payer: string;
                                reasons: ("trace" | "amount" | "date" | "payer")[];
                                remittanceId: number;
                                traceNumber: string;
                                verdict: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/deposits/{deposit}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a deposit that was typed in, while its month is open */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    deposit: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            batchNumber: string | null;
                            cents: number;
                            /** Format: date */
                            depositedOn: string;
                            feeCents: number;
                            file: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                rowNumber: number;
                            } | null;
                            id: number;
                            matchedBy: string;
                            payerName: string;
                            remittance: {
                                id: number;
                                traceNumber: string;
                            } | null;
                            /** @enum {string} */
                            state: "matched" | "unmatched" | "taken-back";
                            takenBack: {
                                by: string;
                                /** Format: date */
                                on: string;
                                reason: string;
                            } | null;
                            traceNumber: string;
                            type: string;
                            typed: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The edits of the practice by code: those that the program brings and its own */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    search?: string;
                    severity?: "hold" | "warning" | "information";
                    stage?: "registration" | "scheduling" | "charge" | "claim" | "remittance";
                    state?: "draft" | "active" | "retired";
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                code: string;
                                each: ("lines" | "diagnoses") | null;
                                /** Format: date */
                                effectiveFrom: string;
                                effectiveTo: string | null;
                                field: string;
                                found: number;
                                isBuiltIn: boolean;
                                isChanged: boolean;
                                message: string;
                                open: number;
                                ownerRole: string;
                                revision: number;
                                /** @enum {string} */
                                severity: "hold" | "warning" | "information";
                                source: string;
                                /** @enum {string} */
                                stage: "registration" | "scheduling" | "charge" | "claim" | "remittance";
                                /** @enum {string} */
                                state: "draft" | "active" | "retired";
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Write an edit of the practice's own, as a draft */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        condition: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        each?: "lines" | "diagnoses";
                        effectiveFrom: string;
                        effectiveTo?: string;
                        field: string;
                        message: string;
                        ownerRole: string;
                        restriction?: {
                            kinds?: string[];
                            linesOfBusiness?: string[];
                            payerIds?: number[];
                            planIds?: number[];
                        };
                        /** @enum {string} */
                        severity: "hold" | "warning" | "information";
                        source: string;
                        /** @enum {string} */
                        stage: "registration" | "scheduling" | "charge" | "claim" | "remittance";
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            condition: {
                                [key: string]: unknown;
                            };
                            each: ("lines" | "diagnoses") | null;
                            /** Format: date */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            field: string;
                            found: number;
                            isBuiltIn: boolean;
                            isChanged: boolean;
                            message: string;
                            open: number;
                            ownerRole: string;
                            restriction: {
                                kinds?: string[];
                                linesOfBusiness?: string[];
                                payerIds?: number[];
                                planIds?: number[];
                            } | null;
                            revision: number;
                            /** @enum {string} */
                            severity: "hold" | "warning" | "information";
                            source: string;
                            /** @enum {string} */
                            stage: "registration" | "scheduling" | "charge" | "claim" | "remittance";
                            /** @enum {string} */
                            state: "draft" | "active" | "retired";
                            versions: {
                                actor: string;
                                /** Format: date */
                                effectiveFrom: string;
                                effectiveTo: string | null;
                                /** Format: date-time */
                                recordedAt: string;
                                version: number;
                            }[];
                            words: string;
                            /** @enum {string} */
                            writtenSeverity: "hold" | "warning" | "information";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/edits/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One edit with its condition in words and as a tree, and its versions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            condition: {
                                [key: string]: unknown;
                            };
                            each: ("lines" | "diagnoses") | null;
                            /** Format: date */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            field: string;
                            found: number;
                            isBuiltIn: boolean;
                            isChanged: boolean;
                            message: string;
                            open: number;
                            ownerRole: string;
                            restriction: {
                                kinds?: string[];
                                linesOfBusiness?: string[];
                                payerIds?: number[];
                                planIds?: number[];
                            } | null;
                            revision: number;
                            /** @enum {string} */
                            severity: "hold" | "warning" | "information";
                            source: string;
                            /** @enum {string} */
                            stage: "registration" | "scheduling" | "charge" | "claim" | "remittance";
                            /** @enum {string} */
                            state: "draft" | "active" | "retired";
                            versions: {
                                actor: string;
                                /** Format: date */
                                effectiveFrom: string;
                                effectiveTo: string | null;
                                /** Format: date-time */
                                recordedAt: string;
                                version: number;
                            }[];
                            words: string;
                            /** @enum {string} */
                            writtenSeverity: "hold" | "warning" | "information";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Write an own edit anew, as a version from its first day of service on */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        condition: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        each?: "lines" | "diagnoses";
                        effectiveFrom: string;
                        effectiveTo?: string;
                        field: string;
                        message: string;
                        ownerRole: string;
                        restriction?: {
                            kinds?: string[];
                            linesOfBusiness?: string[];
                            payerIds?: number[];
                            planIds?: number[];
                        };
                        /** @enum {string} */
                        severity: "hold" | "warning" | "information";
                        source: string;
                        /** @enum {string} */
                        stage: "registration" | "scheduling" | "charge" | "claim" | "remittance";
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            condition: {
                                [key: string]: unknown;
                            };
                            each: ("lines" | "diagnoses") | null;
                            /** Format: date */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            field: string;
                            found: number;
                            isBuiltIn: boolean;
                            isChanged: boolean;
                            message: string;
                            open: number;
                            ownerRole: string;
                            restriction: {
                                kinds?: string[];
                                linesOfBusiness?: string[];
                                payerIds?: number[];
                                planIds?: number[];
                            } | null;
                            revision: number;
                            /** @enum {string} */
                            severity: "hold" | "warning" | "information";
                            source: string;
                            /** @enum {string} */
                            stage: "registration" | "scheduling" | "charge" | "claim" | "remittance";
                            /** @enum {string} */
                            state: "draft" | "active" | "retired";
                            versions: {
                                actor: string;
                                /** Format: date */
                                effectiveFrom: string;
                                effectiveTo: string | null;
                                /** Format: date-time */
                                recordedAt: string;
                                version: number;
                            }[];
                            words: string;
                            /** @enum {string} */
                            writtenSeverity: "hold" | "warning" | "information";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Activate or retire an edit, or change how severe it is */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string;
                };
                path: {
                    code: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        severity?: ("hold" | "warning" | "information") | null;
                        /** @enum {string} */
                        state?: "draft" | "active" | "retired";
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            condition: {
                                [key: string]: unknown;
                            };
                            each: ("lines" | "diagnoses") | null;
                            /** Format: date */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            field: string;
                            found: number;
                            isBuiltIn: boolean;
                            isChanged: boolean;
                            message: string;
                            open: number;
                            ownerRole: string;
                            restriction: {
                                kinds?: string[];
                                linesOfBusiness?: string[];
                                payerIds?: number[];
                                planIds?: number[];
                            } | null;
                            revision: number;
                            /** @enum {string} */
                            severity: "hold" | "warning" | "information";
                            source: string;
                            /** @enum {string} */
                            stage: "registration" | "scheduling" | "charge" | "claim" | "remittance";
                            /** @enum {string} */
                            state: "draft" | "active" | "retired";
                            versions: {
                                actor: string;
                                /** Format: date */
                                effectiveFrom: string;
                                effectiveTo: string | null;
                                /** Format: date-time */
                                recordedAt: string;
                                version: number;
                            }[];
                            words: string;
                            /** @enum {string} */
                            writtenSeverity: "hold" | "warning" | "information";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/practices/{practice}/edits/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an edit would have said about the last claims; writes nothing */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        claims: number;
                        edit: {
                            code: string;
                            condition: {
                                [key: string]: unknown;
                            };
                            /** @enum {string} */
                            each?: "lines" | "diagnoses";
                            effectiveFrom: string;
                            effectiveTo?: string;
                            field: string;
                            message: string;
                            ownerRole: string;
                            restriction?: {
                                kinds?: string[];
                                linesOfBusiness?: string[];
                                payerIds?: number[];
                                planIds?: number[];
                            };
                            /** @enum {string} */
                            severity: "hold" | "warning" | "information";
                            source: string;
                            /** @enum {string} */
                            stage: "registration" | "scheduling" | "charge" | "claim" | "remittance";
                        };
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            fires: number;
                            firesPaid: number;
                            firesRefused: number;
                            judged: number;
                            missing: string[];
                            notEvaluable: number;
                            rows: {
                                claimId: number;
                                message: string;
                                outcome: string | null;
                                patientControlNumber: string;
                                payer: string | null;
                                serviceFrom: string | null;
                            }[];
                            words: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/eligibility-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions to payers about coverages with what they answered, the newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    coverage?: number;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    outcome?: "waiting" | "active" | "inactive" | "unknown" | "failed";
                    patient?: number;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                answeredOn: string | null;
                                /** Format: date-time */
                                askedAt: string;
                                askedBy: string;
                                benefits: {
                                    benefitCode: string;
                                    benefitNumber: number;
                                    cents: number | null;
                                    coverageLevel: string | null;
                                    effectiveFrom: string | null;
                                    effectiveTo: string | null;
                                    insuranceType: string | null;
                                    messages: string[];
                                    /** @enum {string} */
                                    needsAuthorization: "yes" | "no" | "unknown";
                                    /** @enum {string} */
                                    network: "in" | "out" | "both" | "unknown";
                                    otherPayerId: string | null;
                                    otherPayerName: string | null;
                                    planDescription: string | null;
                                    procedureCode: string | null;
                                    quantity: string | null;
                                    quantityQualifier: string | null;
                                    segmentFrom: number | null;
                                    segmentTo: number | null;
                                    serviceTypes: string[];
                                    share: string | null;
                                    timePeriod: string | null;
                                }[];
                                coverageId: number;
                                hasRequest: boolean;
                                id: number;
                                isTransient: boolean;
                                /** @enum {string} */
                                method: "inquiry" | "response" | "person";
                                next: string | null;
                                /** @enum {string} */
                                outcome: "waiting" | "active" | "inactive" | "unknown" | "failed";
                                patientId: number;
                                payer: string;
                                payerId: number;
                                planFrom: string | null;
                                planName: string | null;
                                planTo: string | null;
                                reason: string | null;
                                reasonCode: string | null;
                                /** Format: date */
                                serviceDay: string;
                                source: {
                                    /** Format: uuid */
                                    fileId: string;
                                    fileName: string;
                                    segmentFrom: number;
                                    segmentTo: number;
                                } | null;
                                told: string | null;
                                traceNumber: string | null;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Write a question (270) about a coverage; it is asked at once where somebody answers so */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        coverageId: number;
                        /** Format: date */
                        day?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answeredOn: string | null;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            benefits: {
                                benefitCode: string;
                                benefitNumber: number;
                                cents: number | null;
                                coverageLevel: string | null;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                insuranceType: string | null;
                                messages: string[];
                                /** @enum {string} */
                                needsAuthorization: "yes" | "no" | "unknown";
                                /** @enum {string} */
                                network: "in" | "out" | "both" | "unknown";
                                otherPayerId: string | null;
                                otherPayerName: string | null;
                                planDescription: string | null;
                                procedureCode: string | null;
                                quantity: string | null;
                                quantityQualifier: string | null;
                                segmentFrom: number | null;
                                segmentTo: number | null;
                                serviceTypes: string[];
                                share: string | null;
                                timePeriod: string | null;
                            }[];
                            coverageId: number;
                            hasRequest: boolean;
                            id: number;
                            isTransient: boolean;
                            /** @enum {string} */
                            method: "inquiry" | "response" | "person";
                            next: string | null;
                            /** @enum {string} */
                            outcome: "waiting" | "active" | "inactive" | "unknown" | "failed";
                            patientId: number;
                            payer: string;
                            payerId: number;
                            planFrom: string | null;
                            planName: string | null;
                            planTo: string | null;
                            reason: string | null;
                            reasonCode: string | null;
                            /** Format: date */
                            serviceDay: string;
                            source: {
                                /** Format: uuid */
                                fileId: string;
                                fileName: string;
                                segmentFrom: number;
                                segmentTo: number;
                            } | null;
                            told: string | null;
                            traceNumber: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/eligibility-checks/{check}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One question to a payer with every benefit of the answer and where it stands */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    check: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answeredOn: string | null;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            benefits: {
                                benefitCode: string;
                                benefitNumber: number;
                                cents: number | null;
                                coverageLevel: string | null;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                insuranceType: string | null;
                                messages: string[];
                                /** @enum {string} */
                                needsAuthorization: "yes" | "no" | "unknown";
                                /** @enum {string} */
                                network: "in" | "out" | "both" | "unknown";
                                otherPayerId: string | null;
                                otherPayerName: string | null;
                                planDescription: string | null;
                                procedureCode: string | null;
                                quantity: string | null;
                                quantityQualifier: string | null;
                                segmentFrom: number | null;
                                segmentTo: number | null;
                                serviceTypes: string[];
                                share: string | null;
                                timePeriod: string | null;
                            }[];
                            coverageId: number;
                            hasRequest: boolean;
                            id: number;
                            isTransient: boolean;
                            /** @enum {string} */
                            method: "inquiry" | "response" | "person";
                            next: string | null;
                            /** @enum {string} */
                            outcome: "waiting" | "active" | "inactive" | "unknown" | "failed";
                            patientId: number;
                            payer: string;
                            payerId: number;
                            planFrom: string | null;
                            planName: string | null;
                            planTo: string | null;
                            reason: string | null;
                            reasonCode: string | null;
                            /** Format: date */
                            serviceDay: string;
                            source: {
                                /** Format: uuid */
                                fileId: string;
                                fileName: string;
                                segmentFrom: number;
                                segmentTo: number;
                            } | null;
                            told: string | null;
                            traceNumber: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/eligibility-checks/{check}/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The question as it was written (270) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    check: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/eligibility-checks/{check}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The segments of a payer's answer about one patient, as they stand in its file */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    check: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            segments: {
                                elements: {
                                    components?: string[];
                                    name: string;
                                    position: string;
                                    value: string;
                                }[];
                                id: string;
                                name: string;
                                number: number;
                                raw: string;
                            }[];
                            total: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/eligibility-checks/told": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what a payer said on the telephone or in its portal */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        copayCents?: number | null;
                        coverageId: number;
                        /** Format: date */
                        day?: string;
                        /** @enum {string} */
                        outcome: "active" | "inactive";
                        told: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answeredOn: string | null;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            benefits: {
                                benefitCode: string;
                                benefitNumber: number;
                                cents: number | null;
                                coverageLevel: string | null;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                insuranceType: string | null;
                                messages: string[];
                                /** @enum {string} */
                                needsAuthorization: "yes" | "no" | "unknown";
                                /** @enum {string} */
                                network: "in" | "out" | "both" | "unknown";
                                otherPayerId: string | null;
                                otherPayerName: string | null;
                                planDescription: string | null;
                                procedureCode: string | null;
                                quantity: string | null;
                                quantityQualifier: string | null;
                                segmentFrom: number | null;
                                segmentTo: number | null;
                                serviceTypes: string[];
                                share: string | null;
                                timePeriod: string | null;
                            }[];
                            coverageId: number;
                            hasRequest: boolean;
                            id: number;
                            isTransient: boolean;
                            /** @enum {string} */
                            method: "inquiry" | "response" | "person";
                            next: string | null;
                            /** @enum {string} */
                            outcome: "waiting" | "active" | "inactive" | "unknown" | "failed";
                            patientId: number;
                            payer: string;
                            payerId: number;
                            planFrom: string | null;
                            planName: string | null;
                            planTo: string | null;
                            reason: string | null;
                            reasonCode: string | null;
                            /** Format: date */
                            serviceDay: string;
                            source: {
                                /** Format: uuid */
                                fileId: string;
                                fileName: string;
                                segmentFrom: number;
                                segmentTo: number;
                            } | null;
                            told: string | null;
                            traceNumber: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/encounters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Visits by day, the latest first, with what they charge and their claims */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    patient?: number;
                    serviceFrom?: string;
                    serviceThrough?: string;
                    state?: "open" | "charged" | "no-charge";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                chargedCents: number;
                                claimId: number | null;
                                claimState: string | null;
                                facilityName: string | null;
                                id: number;
                                lines: number;
                                patientControlNumber: string | null;
                                patientId: number;
                                patientName: string;
                                renderingName: string | null;
                                /** Format: date */
                                serviceFrom: string;
                                /** @enum {string} */
                                state: "open" | "charged" | "no-charge";
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Record a visit with its diagnoses and charges */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        appointmentId?: number | null;
                        /** @default null */
                        billingProviderId?: number | null;
                        /** @default {} */
                        circumstances?: {
                            /** @default null */
                            accidentOn?: string | null;
                            /** @default null */
                            accidentState?: string | null;
                            /** @default null */
                            admittedOn?: string | null;
                            /** @default null */
                            dischargedOn?: string | null;
                            /** @default null */
                            lastMenstrualOn?: string | null;
                            /** @default null */
                            note?: string | null;
                            /** @default null */
                            onsetOn?: string | null;
                            /** @default null */
                            patientPaidCents?: number | null;
                            /** @default null */
                            priorAuthorization?: string | null;
                            /** @default null */
                            referralNumber?: string | null;
                            /** @default [] */
                            relatedCauses?: ("AA" | "EM" | "OA")[];
                        };
                        /** @default [] */
                        diagnoses?: string[];
                        /** @default {} */
                        documentation?: {
                            /** @default false */
                            consentOnFile?: boolean;
                            /** @default false */
                            noteSigned?: boolean;
                            /** @default false */
                            ordersSigned?: boolean;
                            /** @default false */
                            resultsFiled?: boolean;
                            /** @default false */
                            timeRecorded?: boolean;
                        };
                        /** @default null */
                        facilityId?: number | null;
                        /** @default [] */
                        lines?: {
                            /** @default null */
                            chargedCents?: number | null;
                            /** @default [] */
                            diagnosisPointers?: number[];
                            /** @default false */
                            isEmergency?: boolean;
                            /** @default [] */
                            modifiers?: string[];
                            /** @default null */
                            ndc?: string | null;
                            /** @default null */
                            ndcQuantity?: string | null;
                            /** @default null */
                            ndcUnit?: ("UN" | "ML" | "GR" | "F2" | "ME") | null;
                            /** @default null */
                            note?: string | null;
                            /** @default null */
                            placeOfService?: string | null;
                            procedureCode: string;
                            /** @default 1 */
                            units?: string;
                        }[];
                        patientId: number;
                        /** @default null */
                        placeOfService?: string | null;
                        /** @default null */
                        referringProviderId?: number | null;
                        /** @default null */
                        renderingProviderId?: number | null;
                        /** Format: date */
                        serviceFrom: string;
                        /** @default null */
                        serviceThrough?: string | null;
                        /** @default null */
                        supervisingProviderId?: number | null;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @default null */
                            appointmentId: number | null;
                            /** @default null */
                            billingProviderId: number | null;
                            circumstances: {
                                /** @default null */
                                accidentOn: string | null;
                                /** @default null */
                                accidentState: string | null;
                                /** @default null */
                                admittedOn: string | null;
                                /** @default null */
                                dischargedOn: string | null;
                                /** @default null */
                                lastMenstrualOn: string | null;
                                /** @default null */
                                note: string | null;
                                /** @default null */
                                onsetOn: string | null;
                                /** @default null */
                                patientPaidCents: number | null;
                                /** @default null */
                                priorAuthorization: string | null;
                                /** @default null */
                                referralNumber: string | null;
                                /** @default [] */
                                relatedCauses: ("AA" | "EM" | "OA")[];
                            };
                            claimId: number | null;
                            claimState: string | null;
                            /** @default [] */
                            diagnoses: string[];
                            documentation: {
                                /** @default false */
                                consentOnFile: boolean;
                                /** @default false */
                                noteSigned: boolean;
                                /** @default false */
                                ordersSigned: boolean;
                                /** @default false */
                                resultsFiled: boolean;
                                /** @default false */
                                timeRecorded: boolean;
                            };
                            /** @default null */
                            facilityId: number | null;
                            id: number;
                            lines: {
                                chargedCents: number;
                                /** @default [] */
                                diagnosisPointers: number[];
                                /** @default false */
                                isEmergency: boolean;
                                lineNumber: number;
                                /** @default [] */
                                modifiers: string[];
                                /** @default null */
                                ndc: string | null;
                                /** @default null */
                                ndcQuantity: string | null;
                                /** @default null */
                                ndcUnit: ("UN" | "ML" | "GR" | "F2" | "ME") | null;
                                /** @default null */
                                note: string | null;
                                /** @default null */
                                placeOfService: string | null;
                                /** @enum {string} */
                                priceSource: "charge-master" | "typed";
                                procedureCode: string;
                                /** @default 1 */
                                units: string;
                            }[];
                            noChargeReason: string | null;
                            patientControlNumber: string | null;
                            patientId: number;
                            patientName: string;
                            /** @default null */
                            placeOfService: string | null;
                            /** @default null */
                            referringProviderId: number | null;
                            /** @default null */
                            renderingProviderId: number | null;
                            revision: number;
                            /** Format: date */
                            serviceFrom: string;
                            /** @default null */
                            serviceThrough: string | null;
                            /** @enum {string} */
                            state: "open" | "charged" | "no-charge";
                            /** @default null */
                            supervisingProviderId: number | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/encounters/{encounter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One visit with its diagnoses and charges */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    encounter: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @default null */
                            appointmentId: number | null;
                            /** @default null */
                            billingProviderId: number | null;
                            circumstances: {
                                /** @default null */
                                accidentOn: string | null;
                                /** @default null */
                                accidentState: string | null;
                                /** @default null */
                                admittedOn: string | null;
                                /** @default null */
                                dischargedOn: string | null;
                                /** @default null */
                                lastMenstrualOn: string | null;
                                /** @default null */
                                note: string | null;
                                /** @default null */
                                onsetOn: string | null;
                                /** @default null */
                                patientPaidCents: number | null;
                                /** @default null */
                                priorAuthorization: string | null;
                                /** @default null */
                                referralNumber: string | null;
                                /** @default [] */
                                relatedCauses: ("AA" | "EM" | "OA")[];
                            };
                            claimId: number | null;
                            claimState: string | null;
                            /** @default [] */
                            diagnoses: string[];
                            documentation: {
                                /** @default false */
                                consentOnFile: boolean;
                                /** @default false */
                                noteSigned: boolean;
                                /** @default false */
                                ordersSigned: boolean;
                                /** @default false */
                                resultsFiled: boolean;
                                /** @default false */
                                timeRecorded: boolean;
                            };
                            /** @default null */
                            facilityId: number | null;
                            id: number;
                            lines: {
                                chargedCents: number;
                                /** @default [] */
                                diagnosisPointers: number[];
                                /** @default false */
                                isEmergency: boolean;
                                lineNumber: number;
                                /** @default [] */
                                modifiers: string[];
                                /** @default null */
                                ndc: string | null;
                                /** @default null */
                                ndcQuantity: string | null;
                                /** @default null */
                                ndcUnit: ("UN" | "ML" | "GR" | "F2" | "ME") | null;
                                /** @default null */
                                note: string | null;
                                /** @default null */
                                placeOfService: string | null;
                                /** @enum {string} */
                                priceSource: "charge-master" | "typed";
                                procedureCode: string;
                                /** @default 1 */
                                units: string;
                            }[];
                            noChargeReason: string | null;
                            patientControlNumber: string | null;
                            patientId: number;
                            patientName: string;
                            /** @default null */
                            placeOfService: string | null;
                            /** @default null */
                            referringProviderId: number | null;
                            /** @default null */
                            renderingProviderId: number | null;
                            revision: number;
                            /** Format: date */
                            serviceFrom: string;
                            /** @default null */
                            serviceThrough: string | null;
                            /** @enum {string} */
                            state: "open" | "charged" | "no-charge";
                            /** @default null */
                            supervisingProviderId: number | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Describe a visit anew while it is not charged */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    encounter: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        appointmentId?: number | null;
                        /** @default null */
                        billingProviderId?: number | null;
                        /** @default {} */
                        circumstances?: {
                            /** @default null */
                            accidentOn?: string | null;
                            /** @default null */
                            accidentState?: string | null;
                            /** @default null */
                            admittedOn?: string | null;
                            /** @default null */
                            dischargedOn?: string | null;
                            /** @default null */
                            lastMenstrualOn?: string | null;
                            /** @default null */
                            note?: string | null;
                            /** @default null */
                            onsetOn?: string | null;
                            /** @default null */
                            patientPaidCents?: number | null;
                            /** @default null */
                            priorAuthorization?: string | null;
                            /** @default null */
                            referralNumber?: string | null;
                            /** @default [] */
                            relatedCauses?: ("AA" | "EM" | "OA")[];
                        };
                        /** @default [] */
                        diagnoses?: string[];
                        /** @default {} */
                        documentation?: {
                            /** @default false */
                            consentOnFile?: boolean;
                            /** @default false */
                            noteSigned?: boolean;
                            /** @default false */
                            ordersSigned?: boolean;
                            /** @default false */
                            resultsFiled?: boolean;
                            /** @default false */
                            timeRecorded?: boolean;
                        };
                        /** @default null */
                        facilityId?: number | null;
                        /** @default [] */
                        lines?: {
                            /** @default null */
                            chargedCents?: number | null;
                            /** @default [] */
                            diagnosisPointers?: number[];
                            /** @default false */
                            isEmergency?: boolean;
                            /** @default [] */
                            modifiers?: string[];
                            /** @default null */
                            ndc?: string | null;
                            /** @default null */
                            ndcQuantity?: string | null;
                            /** @default null */
                            ndcUnit?: ("UN" | "ML" | "GR" | "F2" | "ME") | null;
                            /** @default null */
                            note?: string | null;
                            /** @default null */
                            placeOfService?: string | null;
                            procedureCode: string;
                            /** @default 1 */
                            units?: string;
                        }[];
                        patientId: number;
                        /** @default null */
                        placeOfService?: string | null;
                        /** @default null */
                        referringProviderId?: number | null;
                        /** @default null */
                        renderingProviderId?: number | null;
                        /** Format: date */
                        serviceFrom: string;
                        /** @default null */
                        serviceThrough?: string | null;
                        /** @default null */
                        supervisingProviderId?: number | null;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @default null */
                            appointmentId: number | null;
                            /** @default null */
                            billingProviderId: number | null;
                            circumstances: {
                                /** @default null */
                                accidentOn: string | null;
                                /** @default null */
                                accidentState: string | null;
                                /** @default null */
                                admittedOn: string | null;
                                /** @default null */
                                dischargedOn: string | null;
                                /** @default null */
                                lastMenstrualOn: string | null;
                                /** @default null */
                                note: string | null;
                                /** @default null */
                                onsetOn: string | null;
                                /** @default null */
                                patientPaidCents: number | null;
                                /** @default null */
                                priorAuthorization: string | null;
                                /** @default null */
                                referralNumber: string | null;
                                /** @default [] */
                                relatedCauses: ("AA" | "EM" | "OA")[];
                            };
                            claimId: number | null;
                            claimState: string | null;
                            /** @default [] */
                            diagnoses: string[];
                            documentation: {
                                /** @default false */
                                consentOnFile: boolean;
                                /** @default false */
                                noteSigned: boolean;
                                /** @default false */
                                ordersSigned: boolean;
                                /** @default false */
                                resultsFiled: boolean;
                                /** @default false */
                                timeRecorded: boolean;
                            };
                            /** @default null */
                            facilityId: number | null;
                            id: number;
                            lines: {
                                chargedCents: number;
                                /** @default [] */
                                diagnosisPointers: number[];
                                /** @default false */
                                isEmergency: boolean;
                                lineNumber: number;
                                /** @default [] */
                                modifiers: string[];
                                /** @default null */
                                ndc: string | null;
                                /** @default null */
                                ndcQuantity: string | null;
                                /** @default null */
                                ndcUnit: ("UN" | "ML" | "GR" | "F2" | "ME") | null;
                                /** @default null */
                                note: string | null;
                                /** @default null */
                                placeOfService: string | null;
                                /** @enum {string} */
                                priceSource: "charge-master" | "typed";
                                procedureCode: string;
                                /** @default 1 */
                                units: string;
                            }[];
                            noChargeReason: string | null;
                            patientControlNumber: string | null;
                            patientId: number;
                            patientName: string;
                            /** @default null */
                            placeOfService: string | null;
                            /** @default null */
                            referringProviderId: number | null;
                            /** @default null */
                            renderingProviderId: number | null;
                            revision: number;
                            /** Format: date */
                            serviceFrom: string;
                            /** @default null */
                            serviceThrough: string | null;
                            /** @enum {string} */
                            state: "open" | "charged" | "no-charge";
                            /** @default null */
                            supervisingProviderId: number | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/encounters/{encounter}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the claim of a visit and charge it; answers what is missing where it cannot */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    encounter: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claimId: number;
                            patientControlNumber: string;
                            /** @enum {string} */
                            state: "draft" | "held" | "ready";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/encounters/{encounter}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the edits find about a visit as it is saved, with the field of the page it is about */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    encounter: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            findings: {
                                code: string;
                                field: string | null;
                                message: string;
                                ownerRole: string;
                                settledBy: string | null;
                                settleReason: string | null;
                                /** @enum {string} */
                                severity: "hold" | "warning" | "information";
                                /** @enum {string} */
                                state: "open" | "released";
                            }[];
                            hold: {
                                /** @enum {string} */
                                cause: "edits" | "person";
                                /** Format: date-time */
                                heldAt: string;
                                heldBy: string;
                                id: number;
                                ownerRole: string;
                                reason: string | null;
                                releasedAt: string | null;
                                releasedBy: string | null;
                                releaseReason: string | null;
                                revision: number;
                                subjectId: number;
                                subjectKind: string;
                            } | null;
                            notEvaluable: {
                                code: string;
                                missing: string[];
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/encounters/{encounter}/no-charge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a visit has nothing to charge, and why */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    encounter: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @default null */
                            appointmentId: number | null;
                            /** @default null */
                            billingProviderId: number | null;
                            circumstances: {
                                /** @default null */
                                accidentOn: string | null;
                                /** @default null */
                                accidentState: string | null;
                                /** @default null */
                                admittedOn: string | null;
                                /** @default null */
                                dischargedOn: string | null;
                                /** @default null */
                                lastMenstrualOn: string | null;
                                /** @default null */
                                note: string | null;
                                /** @default null */
                                onsetOn: string | null;
                                /** @default null */
                                patientPaidCents: number | null;
                                /** @default null */
                                priorAuthorization: string | null;
                                /** @default null */
                                referralNumber: string | null;
                                /** @default [] */
                                relatedCauses: ("AA" | "EM" | "OA")[];
                            };
                            claimId: number | null;
                            claimState: string | null;
                            /** @default [] */
                            diagnoses: string[];
                            documentation: {
                                /** @default false */
                                consentOnFile: boolean;
                                /** @default false */
                                noteSigned: boolean;
                                /** @default false */
                                ordersSigned: boolean;
                                /** @default false */
                                resultsFiled: boolean;
                                /** @default false */
                                timeRecorded: boolean;
                            };
                            /** @default null */
                            facilityId: number | null;
                            id: number;
                            lines: {
                                chargedCents: number;
                                /** @default [] */
                                diagnosisPointers: number[];
                                /** @default false */
                                isEmergency: boolean;
                                lineNumber: number;
                                /** @default [] */
                                modifiers: string[];
                                /** @default null */
                                ndc: string | null;
                                /** @default null */
                                ndcQuantity: string | null;
                                /** @default null */
                                ndcUnit: ("UN" | "ML" | "GR" | "F2" | "ME") | null;
                                /** @default null */
                                note: string | null;
                                /** @default null */
                                placeOfService: string | null;
                                /** @enum {string} */
                                priceSource: "charge-master" | "typed";
                                procedureCode: string;
                                /** @default 1 */
                                units: string;
                            }[];
                            noChargeReason: string | null;
                            patientControlNumber: string | null;
                            patientId: number;
                            patientName: string;
                            /** @default null */
                            placeOfService: string | null;
                            /** @default null */
                            referringProviderId: number | null;
                            /** @default null */
                            renderingProviderId: number | null;
                            revision: number;
                            /** Format: date */
                            serviceFrom: string;
                            /** @default null */
                            serviceThrough: string | null;
                            /** @enum {string} */
                            state: "open" | "charged" | "no-charge";
                            /** @default null */
                            supervisingProviderId: number | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/encounters/uncharged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Appointments that took place and have no charge, the oldest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                appointmentId: number;
                                encounterId: number | null;
                                facilityId: number | null;
                                /** Format: date */
                                on: string;
                                patientId: number;
                                patientName: string;
                                providerId: number;
                                providerName: string | null;
                                services: {
                                    modifiers: string[];
                                    procedureCode: string;
                                    units: number;
                                }[];
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/enrollments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** With which payer which transaction may be exchanged, for all providers or one */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    payer?: number;
                    provider?: number;
                    state?: "not-needed" | "requested" | "active" | "refused" | "ended";
                    transaction?: "270" | "275" | "276" | "278" | "835" | "participation" | "837P" | "837I" | "837D" | "eft";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                id: number;
                                payerId: number;
                                payerName: string;
                                payerProviderNumber: string | null;
                                providerId: number | null;
                                providerName: string | null;
                                requestedOn: string | null;
                                revision: number;
                                /** @enum {string} */
                                state: "not-needed" | "requested" | "active" | "refused" | "ended";
                                /** @enum {string} */
                                transaction: "270" | "275" | "276" | "278" | "835" | "participation" | "837P" | "837I" | "837D" | "eft";
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add an enrolment */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        payerId: number;
                        /** @default  */
                        payerProviderNumber?: string;
                        /** @default null */
                        providerId?: number | null;
                        /** @default  */
                        requestedOn?: string;
                        /** @enum {string} */
                        state: "not-needed" | "requested" | "active" | "refused" | "ended";
                        /** @enum {string} */
                        transaction: "270" | "275" | "276" | "278" | "835" | "participation" | "837P" | "837I" | "837D" | "eft";
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            id: number;
                            payerId: number;
                            payerName: string;
                            payerProviderNumber: string | null;
                            providerId: number | null;
                            providerName: string | null;
                            requestedOn: string | null;
                            revision: number;
                            /** @enum {string} */
                            state: "not-needed" | "requested" | "active" | "refused" | "ended";
                            /** @enum {string} */
                            transaction: "270" | "275" | "276" | "278" | "835" | "participation" | "837P" | "837I" | "837D" | "eft";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/enrollments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of its kind: an enrolment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            id: number;
                            payerId: number;
                            payerName: string;
                            payerProviderNumber: string | null;
                            providerId: number | null;
                            providerName: string | null;
                            requestedOn: string | null;
                            revision: number;
                            /** @enum {string} */
                            state: "not-needed" | "requested" | "active" | "refused" | "ended";
                            /** @enum {string} */
                            transaction: "270" | "275" | "276" | "278" | "835" | "participation" | "837P" | "837I" | "837D" | "eft";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Describe an enrolment anew */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        payerId: number;
                        /** @default  */
                        payerProviderNumber?: string;
                        /** @default null */
                        providerId?: number | null;
                        /** @default  */
                        requestedOn?: string;
                        /** @enum {string} */
                        state: "not-needed" | "requested" | "active" | "refused" | "ended";
                        /** @enum {string} */
                        transaction: "270" | "275" | "276" | "278" | "835" | "participation" | "837P" | "837I" | "837D" | "eft";
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            id: number;
                            payerId: number;
                            payerName: string;
                            payerProviderNumber: string | null;
                            providerId: number | null;
                            providerName: string | null;
                            requestedOn: string | null;
                            revision: number;
                            /** @enum {string} */
                            state: "not-needed" | "requested" | "active" | "refused" | "ended";
                            /** @enum {string} */
                            transaction: "270" | "275" | "276" | "278" | "835" | "participation" | "837P" | "837I" | "837D" | "eft";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What keeps money from being posted, settled or explained, the most urgent first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    class?: "unmatched" | "out-of-balance" | "reversal" | "takeback" | "approval";
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                ageDays: number;
                                assignedTo: string | null;
                                cents: number;
                                due: string | null;
                                /** @enum {string} */
                                exceptionClass: "unmatched" | "out-of-balance" | "reversal" | "takeback" | "approval";
                                id: number;
                                kind: string;
                                subject: {
                                    id: number;
                                    kind: string;
                                    label: string | null;
                                };
                                whyText: string;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/facilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The facilities of the practice by name */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    on?: string;
                    search?: string;
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                addressLine1: string | null;
                                addressLine2: string | null;
                                city: string | null;
                                cliaNumber: string | null;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                id: number;
                                name: string;
                                npi: string | null;
                                phone: string | null;
                                placeOfService: string;
                                postalCode: string | null;
                                revision: number;
                                state: string | null;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a facility */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        addressLine1?: string;
                        /** @default  */
                        addressLine2?: string;
                        /** @default  */
                        city?: string;
                        /** @default  */
                        cliaNumber?: string;
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        /** @default  */
                        name?: string;
                        /** @default  */
                        npi?: string;
                        /** @default  */
                        phone?: string;
                        /** @default  */
                        placeOfService?: string;
                        /** @default  */
                        postalCode?: string;
                        /** @default  */
                        state?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            addressLine1: string | null;
                            addressLine2: string | null;
                            city: string | null;
                            cliaNumber: string | null;
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            id: number;
                            name: string;
                            npi: string | null;
                            phone: string | null;
                            placeOfService: string;
                            postalCode: string | null;
                            revision: number;
                            state: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/facilities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of its kind: a facility */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            addressLine1: string | null;
                            addressLine2: string | null;
                            city: string | null;
                            cliaNumber: string | null;
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            id: number;
                            name: string;
                            npi: string | null;
                            phone: string | null;
                            placeOfService: string;
                            postalCode: string | null;
                            revision: number;
                            state: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Describe a facility anew */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        addressLine1?: string;
                        /** @default  */
                        addressLine2?: string;
                        /** @default  */
                        city?: string;
                        /** @default  */
                        cliaNumber?: string;
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        /** @default  */
                        name?: string;
                        /** @default  */
                        npi?: string;
                        /** @default  */
                        phone?: string;
                        /** @default  */
                        placeOfService?: string;
                        /** @default  */
                        postalCode?: string;
                        /** @default  */
                        state?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            addressLine1: string | null;
                            addressLine2: string | null;
                            city: string | null;
                            cliaNumber: string | null;
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            id: number;
                            name: string;
                            npi: string | null;
                            phone: string | null;
                            placeOfService: string;
                            postalCode: string | null;
                            revision: number;
                            state: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/fee-schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What payers allow by procedure, with what Medicare allows in a locality beside it */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    code?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    locality?: string;
                    on?: string;
                    payer?: number;
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                allowedCents: number;
                                /** Format: date */
                                effectiveFrom: string;
                                effectiveTo: string | null;
                                /** @enum {string} */
                                medicare: "found" | "absent" | "not-loaded" | "not-asked";
                                medicareFacilityCents: number | null;
                                medicareNonfacilityCents: number | null;
                                payerId: number;
                                payerName: string;
                                procedureCode: string;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/fee-schedule/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take fee schedules in from a table: a preview first, then the confirmed rows */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        confirmed?: string;
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            counts: {
                                added: number;
                                changed: number;
                                refused: number;
                                same: number;
                            };
                            digest: string;
                            ignored: string[];
                            isWritten: boolean;
                            more: number;
                            rows: {
                                /** @enum {string} */
                                outcome: "added" | "changed" | "same" | "refused";
                                reasons: {
                                    code: string;
                                    column: string | null;
                                    reason: string;
                                }[];
                                row: number;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files handed in, the newest first, with progress and verdict */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    kind?: string;
                    limit?: number;
                    search?: string;
                    total?: "1";
                    verdict?: "waiting" | "reading" | "read" | "issues" | "refused" | "duplicate";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                byteLength: number;
                                bytesRead: number;
                                claims: number;
                                duplicateOf: string | null;
                                errors: number;
                                finishedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                importId: string;
                                kind: string;
                                name: string;
                                reason: string | null;
                                reasonCode: string | null;
                                /** Format: date-time */
                                receivedAt: string;
                                /** @enum {string} */
                                verdict: "waiting" | "reading" | "read" | "issues" | "refused" | "duplicate";
                                warnings: number;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file with its transaction sets and their verdicts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            byteLength: number;
                            bytesRead: number;
                            claims: number;
                            duplicateOf: string | null;
                            errors: number;
                            finishedAt: string | null;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            importId: string;
                            kind: string;
                            name: string;
                            reason: string | null;
                            reasonCode: string | null;
                            /** Format: date-time */
                            receivedAt: string;
                            sha256: string | null;
                            transactionSets: {
                                claims: number;
                                control: string;
                                errors: number;
                                groupControl: string;
                                id: number;
                                interchangeControl: string;
                                kind: string;
                                number: number;
                                reason: string | null;
                                reasonCode: string | null;
                                receiverId: string;
                                remittanceId: number | null;
                                segmentFrom: number;
                                segmentTo: number;
                                senderId: string;
                                /** @enum {string} */
                                verdict: "posted" | "recorded" | "quarantined" | "held" | "duplicate" | "refused";
                                version: string;
                                warnings: number;
                            }[];
                            transactionSetsCut: boolean;
                            /** @enum {string} */
                            verdict: "waiting" | "reading" | "read" | "issues" | "refused" | "duplicate";
                            warnings: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/files/{file}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file as it was handed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/files/{file}/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The next segment of a file that holds a text, or the next or last one with an issue */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    before?: number;
                    text?: string;
                };
                header?: never;
                path: {
                    file: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            searchedTo: number | null;
                            segment: number | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/files/{file}/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is wrong with a file, with the place of each issue */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    severity?: "error" | "warning" | "information";
                };
                header?: never;
                path: {
                    file: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                code: string;
                                column: number | null;
                                component: number | null;
                                element: number | null;
                                interchange: string | null;
                                line: number | null;
                                loop: string | null;
                                message: string;
                                number: number;
                                segment: number | null;
                                segmentId: string | null;
                                set: string | null;
                                /** @enum {string} */
                                severity: "error" | "warning" | "information";
                                snip: number | null;
                                source: string;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/files/{file}/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A part of a file's tree, with names, loops and issues in place; at most 500 segments */
        get: {
            parameters: {
                query?: {
                    from?: number;
                    to?: number;
                };
                header?: never;
                path: {
                    file: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            judged: boolean;
                            rows: {
                                depth: number;
                                elements: {
                                    component: number | null;
                                    element: number;
                                    name: string;
                                    position: string;
                                    value: string;
                                }[];
                                id: string;
                                issues: {
                                    code: string;
                                    component: number | null;
                                    element: number | null;
                                    message: string;
                                    segment: number;
                                    /** @enum {string} */
                                    severity: "error" | "warning" | "information";
                                    source: string;
                                }[];
                                loops: {
                                    id: string;
                                    name: string;
                                }[];
                                name: string;
                                number: number;
                                opensLoop: boolean;
                                raw: string;
                            }[];
                            total: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/files/{file}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The raw segments of a range with the names of their elements; at most 500 */
        get: {
            parameters: {
                query?: {
                    from?: number;
                    to?: number;
                };
                header?: never;
                path: {
                    file: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            segments: {
                                elements: {
                                    components?: string[];
                                    name: string;
                                    position: string;
                                    value: string;
                                }[];
                                id: string;
                                name: string;
                                number: number;
                                raw: string;
                            }[];
                            total: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/filing-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Until when the practice's payers take a claim, a correction or an appeal */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    kind?: "original" | "corrected" | "appeal";
                    limit?: number;
                    payer?: number;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                /** @enum {string} */
                                basis: "service" | "service-or-prior-payer" | "remittance";
                                /** Format: date */
                                effectiveFrom: string;
                                effectiveTo: string | null;
                                id: number;
                                /** @enum {string} */
                                kind: "original" | "corrected" | "appeal";
                                length: number;
                                payerId: number;
                                payerName: string;
                                planId: number | null;
                                planName: string | null;
                                revision: number;
                                source: string;
                                state: string | null;
                                /** @enum {string} */
                                unit: "days" | "months";
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a filing limit */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default service
                         * @enum {string}
                         */
                        basis?: "service" | "service-or-prior-payer" | "remittance";
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        /** @enum {string} */
                        kind: "original" | "corrected" | "appeal";
                        length: string;
                        payerId: number;
                        /** @default null */
                        planId?: number | null;
                        /** @default  */
                        source?: string;
                        /** @default  */
                        state?: string;
                        /**
                         * @default days
                         * @enum {string}
                         */
                        unit?: "days" | "months";
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            basis: "service" | "service-or-prior-payer" | "remittance";
                            /** Format: date */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            id: number;
                            /** @enum {string} */
                            kind: "original" | "corrected" | "appeal";
                            length: number;
                            payerId: number;
                            payerName: string;
                            planId: number | null;
                            planName: string | null;
                            revision: number;
                            source: string;
                            state: string | null;
                            /** @enum {string} */
                            unit: "days" | "months";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/filing-limits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of its kind: a filing limit */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            basis: "service" | "service-or-prior-payer" | "remittance";
                            /** Format: date */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            id: number;
                            /** @enum {string} */
                            kind: "original" | "corrected" | "appeal";
                            length: number;
                            payerId: number;
                            payerName: string;
                            planId: number | null;
                            planName: string | null;
                            revision: number;
                            source: string;
                            state: string | null;
                            /** @enum {string} */
                            unit: "days" | "months";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Describe a filing limit anew */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default service
                         * @enum {string}
                         */
                        basis?: "service" | "service-or-prior-payer" | "remittance";
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        /** @enum {string} */
                        kind: "original" | "corrected" | "appeal";
                        length: string;
                        payerId: number;
                        /** @default null */
                        planId?: number | null;
                        /** @default  */
                        source?: string;
                        /** @default  */
                        state?: string;
                        /**
                         * @default days
                         * @enum {string}
                         */
                        unit?: "days" | "months";
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            basis: "service" | "service-or-prior-payer" | "remittance";
                            /** Format: date */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            id: number;
                            /** @enum {string} */
                            kind: "original" | "corrected" | "appeal";
                            length: number;
                            payerId: number;
                            payerName: string;
                            planId: number | null;
                            planName: string | null;
                            revision: number;
                            source: string;
                            state: string | null;
                            /** @enum {string} */
                            unit: "days" | "months";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What edits found, the newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    code?: string;
                    format?: "json" | "csv" | "xlsx";
                    kind?: string;
                    limit?: number;
                    state?: "open" | "gone" | "released";
                    subject?: number;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                code: string;
                                field: string;
                                /** Format: date-time */
                                foundAt: string;
                                id: number;
                                message: string;
                                ownerRole: string;
                                place: number | null;
                                settledAt: string | null;
                                settledBy: string | null;
                                settleReason: string | null;
                                /** @enum {string} */
                                severity: "hold" | "warning" | "information";
                                /** @enum {string} */
                                stage: "registration" | "scheduling" | "charge" | "claim" | "remittance";
                                /** @enum {string} */
                                state: "open" | "gone" | "released";
                                subject: {
                                    id: number;
                                    kind: string;
                                    label: string | null;
                                };
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/general-ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which account of the practice's general ledger each account of the books is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accounts: {
                                /** @enum {string} */
                                kind: "cash" | "insurance-receivable" | "patient-receivable" | "withhold-receivable" | "recoupment" | "irs-withholding" | "unapplied-cash" | "patient-credit" | "insurance-credit" | "refund-payable" | "forward-balance" | "advance-payment" | "unmatched-reversal" | "suspense" | "out-of-balance" | "charges" | "contractual" | "write-off" | "bad-debt" | "interest-income" | "incentive-income" | "capitation-income" | "fee-expense";
                                name: string;
                                number: string;
                            }[];
                            revision: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Number the accounts for the practice's general ledger; closed months keep their numbers */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        accounts: {
                            /** @enum {string} */
                            kind: "cash" | "insurance-receivable" | "patient-receivable" | "withhold-receivable" | "recoupment" | "irs-withholding" | "unapplied-cash" | "patient-credit" | "insurance-credit" | "refund-payable" | "forward-balance" | "advance-payment" | "unmatched-reversal" | "suspense" | "out-of-balance" | "charges" | "contractual" | "write-off" | "bad-debt" | "interest-income" | "incentive-income" | "capitation-income" | "fee-expense";
                            name: string;
                            number: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accounts: {
                                /** @enum {string} */
                                kind: "cash" | "insurance-receivable" | "patient-receivable" | "withhold-receivable" | "recoupment" | "irs-withholding" | "unapplied-cash" | "patient-credit" | "insurance-credit" | "refund-payable" | "forward-balance" | "advance-payment" | "unmatched-reversal" | "suspense" | "out-of-balance" | "charges" | "contractual" | "write-off" | "bad-debt" | "interest-income" | "incentive-income" | "capitation-income" | "fee-expense";
                                name: string;
                                number: string;
                            }[];
                            revision: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/general-ledger/journals/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The journal of a month, or of a day of it, as CSV for the practice's general ledger */
        get: {
            parameters: {
                query?: {
                    day?: string;
                };
                header?: never;
                path: {
                    month: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/guarantors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who answers for patients' balances, by name */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    search?: string;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                addressLine1: string | null;
                                addressLine2: string | null;
                                city: string | null;
                                email: string | null;
                                firstName: string | null;
                                id: number;
                                lastName: string;
                                patients: number;
                                phone: string | null;
                                postalCode: string | null;
                                revision: number;
                                state: string | null;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/guarantors/{guarantor}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One guarantor */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    guarantor: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            addressLine1: string | null;
                            addressLine2: string | null;
                            city: string | null;
                            email: string | null;
                            firstName: string | null;
                            id: number;
                            lastName: string;
                            patients: number;
                            phone: string | null;
                            postalCode: string | null;
                            revision: number;
                            state: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Describe a guarantor anew, for all patients he answers for */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    guarantor: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        addressLine1?: string;
                        /** @default  */
                        addressLine2?: string;
                        /** @default  */
                        city?: string;
                        /** @default  */
                        email?: string;
                        /** @default  */
                        firstName?: string;
                        /** @default  */
                        lastName?: string;
                        /** @default  */
                        phone?: string;
                        /** @default  */
                        postalCode?: string;
                        /** @default  */
                        state?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            addressLine1: string | null;
                            addressLine2: string | null;
                            city: string | null;
                            email: string | null;
                            firstName: string | null;
                            id: number;
                            lastName: string;
                            patients: number;
                            phone: string | null;
                            postalCode: string | null;
                            revision: number;
                            state: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The holds of one subject, those in force first */
        get: {
            parameters: {
                query: {
                    kind: string;
                    subject: number;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** @enum {string} */
                                cause: "edits" | "person";
                                /** Format: date-time */
                                heldAt: string;
                                heldBy: string;
                                id: number;
                                ownerRole: string;
                                reason: string | null;
                                releasedAt: string | null;
                                releasedBy: string | null;
                                releaseReason: string | null;
                                revision: number;
                                subjectId: number;
                                subjectKind: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/holds/{hold}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release a hold with a reason; what edits found is released with it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    hold: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            cause: "edits" | "person";
                            /** Format: date-time */
                            heldAt: string;
                            heldBy: string;
                            id: number;
                            ownerRole: string;
                            reason: string | null;
                            releasedAt: string | null;
                            releasedBy: string | null;
                            releaseReason: string | null;
                            revision: number;
                            subjectId: number;
                            subjectKind: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open an import: a bundle of files that are handed in together */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/imports/{import}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of an import with progress and verdict */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    import: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            files: {
                                byteLength: number;
                                bytesRead: number;
                                claims: number;
                                duplicateOf: string | null;
                                errors: number;
                                finishedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                importId: string;
                                kind: string;
                                name: string;
                                reason: string | null;
                                reasonCode: string | null;
                                /** Format: date-time */
                                receivedAt: string;
                                /** @enum {string} */
                                verdict: "waiting" | "reading" | "read" | "issues" | "refused" | "duplicate";
                                warnings: number;
                            }[];
                            finished: boolean;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/imports/{import}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in one file; the body is its bytes, X-File-Name its percent-encoded name */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    import: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Success */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The balances of the books by account, debit positive; all on one page */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                cents: number;
                                /** @enum {string} */
                                kind: "cash" | "insurance-receivable" | "patient-receivable" | "withhold-receivable" | "recoupment" | "irs-withholding" | "unapplied-cash" | "patient-credit" | "insurance-credit" | "refund-payable" | "forward-balance" | "advance-payment" | "unmatched-reversal" | "suspense" | "out-of-balance" | "charges" | "contractual" | "write-off" | "bad-debt" | "interest-income" | "incentive-income" | "capitation-income" | "fee-expense";
                                name: string;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/ledger/accounts/{kind}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The transfers that touch the accounts of a kind, in the order they were entered */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    from?: string;
                    limit?: number;
                    name?: string;
                    through?: string;
                };
                header?: never;
                path: {
                    kind: "cash" | "insurance-receivable" | "patient-receivable" | "withhold-receivable" | "recoupment" | "irs-withholding" | "unapplied-cash" | "patient-credit" | "insurance-credit" | "refund-payable" | "forward-balance" | "advance-payment" | "unmatched-reversal" | "suspense" | "out-of-balance" | "charges" | "contractual" | "write-off" | "bad-debt" | "interest-income" | "incentive-income" | "capitation-income" | "fee-expense";
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                cause: {
                                    actor: string;
                                    claimId: number | null;
                                    depositId: number | null;
                                    kind: string;
                                    paperId: number | null;
                                    patientControlNumber: string | null;
                                    postingId: number;
                                    reason: string | null;
                                    remittanceId: number | null;
                                    source: {
                                        /** Format: uuid */
                                        fileId: string;
                                        fileName: string;
                                        segmentFrom: number;
                                        segmentTo: number;
                                    } | null;
                                    traceNumber: string | null;
                                };
                                cents: number;
                                credit: {
                                    kind: string;
                                    name: string;
                                };
                                debit: {
                                    kind: string;
                                    name: string;
                                };
                                /** Format: date */
                                effectiveOn: string;
                                groupCode: string | null;
                                id: number;
                                lateFor: string | null;
                                lineNumber: number | null;
                                reasonCode: string | null;
                                /** Format: date-time */
                                recordedAt: string;
                                reverses: number | null;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/paper-remittances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Remittances typed in from paper: drafts, posted ones and those taken back */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    state?: "draft" | "posted" | "taken-back" | "discarded";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: string;
                                claims: number;
                                id: number;
                                paid: string;
                                paidOn: string;
                                payer: string | null;
                                remittanceId: number | null;
                                /** @enum {string} */
                                state: "draft" | "posted" | "taken-back" | "discarded";
                                traceNumber: string;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Begin to type in a remittance from paper; the draft outlives the session */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        adjustments: {
                            amount: string;
                            reasonCode: string;
                            reference: string;
                        }[];
                        claims: {
                            claimId: number;
                            lines: {
                                allowed: string;
                                lineNumber: number;
                                paid: string;
                                reasons: string;
                            }[];
                            paid: string;
                            payerClaimNumber: string;
                            /** @enum {string} */
                            statusCode: "1" | "2" | "3" | "4";
                        }[];
                        /** @enum {string} */
                        method: "CHK" | "ACH" | "NON";
                        paid: string;
                        paidOn: string | "";
                        payerId: number | null;
                        remark: string;
                        traceNumber: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                            claims: {
                                billingProviderNpi: string;
                                claimId: number;
                                coverageSequence: string;
                                filingIndicator: string | null;
                                kind: string;
                                lines: {
                                    chargedCents: number;
                                    lineItemControlNumber: string | null;
                                    lineNumber: number;
                                    modifiers: string[];
                                    openCents: number;
                                    procedureCode: string | null;
                                    revenueCode: string | null;
                                    serviceFrom: string | null;
                                    units: string | null;
                                }[];
                                memberId: string | null;
                                patientControlNumber: string;
                                patientFirstName: string | null;
                                patientLastName: string;
                                payer: string;
                                serviceFrom: string | null;
                            }[];
                            entry: {
                                adjustments: {
                                    amount: string;
                                    reasonCode: string;
                                    reference: string;
                                }[];
                                claims: {
                                    claimId: number;
                                    lines: {
                                        allowed: string;
                                        lineNumber: number;
                                        paid: string;
                                        reasons: string;
                                    }[];
                                    paid: string;
                                    payerClaimNumber: string;
                                    /** @enum {string} */
                                    statusCode: "1" | "2" | "3" | "4";
                                }[];
                                /** @enum {string} */
                                method: "CHK" | "ACH" | "NON";
                                paid: string;
                                paidOn: string | "";
                                payerId: number | null;
                                remark: string;
                                traceNumber: string;
                            };
                            id: number;
                            remittanceId: number | null;
                            revision: number;
                            /** @enum {string} */
                            state: "draft" | "posted" | "taken-back" | "discarded";
                            takeBackReason: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/paper-remittances/{paper}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One remittance from paper as it is typed, with its claims */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    paper: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                            claims: {
                                billingProviderNpi: string;
                                claimId: number;
                                coverageSequence: string;
                                filingIndicator: string | null;
                                kind: string;
                                lines: {
                                    chargedCents: number;
                                    lineItemControlNumber: string | null;
                                    lineNumber: number;
                                    modifiers: string[];
                                    openCents: number;
                                    procedureCode: string | null;
                                    revenueCode: string | null;
                                    serviceFrom: string | null;
                                    units: string | null;
                                }[];
                                memberId: string | null;
                                patientControlNumber: string;
                                patientFirstName: string | null;
                                patientLastName: string;
                                payer: string;
                                serviceFrom: string | null;
                            }[];
                            entry: {
                                adjustments: {
                                    amount: string;
                                    reasonCode: string;
                                    reference: string;
                                }[];
                                claims: {
                                    claimId: number;
                                    lines: {
                                        allowed: string;
                                        lineNumber: number;
                                        paid: string;
                                        reasons: string;
                                    }[];
                                    paid: string;
                                    payerClaimNumber: string;
                                    /** @enum {string} */
                                    statusCode: "1" | "2" | "3" | "4";
                                }[];
                                /** @enum {string} */
                                method: "CHK" | "ACH" | "NON";
                                paid: string;
                                paidOn: string | "";
                                payerId: number | null;
                                remark: string;
                                traceNumber: string;
                            };
                            id: number;
                            remittanceId: number | null;
                            revision: number;
                            /** @enum {string} */
                            state: "draft" | "posted" | "taken-back" | "discarded";
                            takeBackReason: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Keep what is typed so far of a draft */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    paper: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        adjustments: {
                            amount: string;
                            reasonCode: string;
                            reference: string;
                        }[];
                        claims: {
                            claimId: number;
                            lines: {
                                allowed: string;
                                lineNumber: number;
                                paid: string;
                                reasons: string;
                            }[];
                            paid: string;
                            payerClaimNumber: string;
                            /** @enum {string} */
                            statusCode: "1" | "2" | "3" | "4";
                        }[];
                        /** @enum {string} */
                        method: "CHK" | "ACH" | "NON";
                        paid: string;
                        paidOn: string | "";
                        payerId: number | null;
                        remark: string;
                        traceNumber: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                            claims: {
                                billingProviderNpi: string;
                                claimId: number;
                                coverageSequence: string;
                                filingIndicator: string | null;
                                kind: string;
                                lines: {
                                    chargedCents: number;
                                    lineItemControlNumber: string | null;
                                    lineNumber: number;
                                    modifiers: string[];
                                    openCents: number;
                                    procedureCode: string | null;
                                    revenueCode: string | null;
                                    serviceFrom: string | null;
                                    units: string | null;
                                }[];
                                memberId: string | null;
                                patientControlNumber: string;
                                patientFirstName: string | null;
                                patientLastName: string;
                                payer: string;
                                serviceFrom: string | null;
                            }[];
                            entry: {
                                adjustments: {
                                    amount: string;
                                    reasonCode: string;
                                    reference: string;
                                }[];
                                claims: {
                                    claimId: number;
                                    lines: {
                                        allowed: string;
                                        lineNumber: number;
                                        paid: string;
                                        reasons: string;
                                    }[];
                                    paid: string;
                                    payerClaimNumber: string;
                                    /** @enum {string} */
                                    statusCode: "1" | "2" | "3" | "4";
                                }[];
                                /** @enum {string} */
                                method: "CHK" | "ACH" | "NON";
                                paid: string;
                                paidOn: string | "";
                                payerId: number | null;
                                remark: string;
                                traceNumber: string;
                            };
                            id: number;
                            remittanceId: number | null;
                            revision: number;
                            /** @enum {string} */
                            state: "draft" | "posted" | "taken-back" | "discarded";
                            takeBackReason: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Put a draft aside */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    paper: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                            claims: {
                                billingProviderNpi: string;
                                claimId: number;
                                coverageSequence: string;
                                filingIndicator: string | null;
                                kind: string;
                                lines: {
                                    chargedCents: number;
                                    lineItemControlNumber: string | null;
                                    lineNumber: number;
                                    modifiers: string[];
                                    openCents: number;
                                    procedureCode: string | null;
                                    revenueCode: string | null;
                                    serviceFrom: string | null;
                                    units: string | null;
                                }[];
                                memberId: string | null;
                                patientControlNumber: string;
                                patientFirstName: string | null;
                                patientLastName: string;
                                payer: string;
                                serviceFrom: string | null;
                            }[];
                            entry: {
                                adjustments: {
                                    amount: string;
                                    reasonCode: string;
                                    reference: string;
                                }[];
                                claims: {
                                    claimId: number;
                                    lines: {
                                        allowed: string;
                                        lineNumber: number;
                                        paid: string;
                                        reasons: string;
                                    }[];
                                    paid: string;
                                    payerClaimNumber: string;
                                    /** @enum {string} */
                                    statusCode: "1" | "2" | "3" | "4";
                                }[];
                                /** @enum {string} */
                                method: "CHK" | "ACH" | "NON";
                                paid: string;
                                paidOn: string | "";
                                payerId: number | null;
                                remark: string;
                                traceNumber: string;
                            };
                            id: number;
                            remittanceId: number | null;
                            revision: number;
                            /** @enum {string} */
                            state: "draft" | "posted" | "taken-back" | "discarded";
                            takeBackReason: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/paper-remittances/{paper}/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Post a draft that adds up, as an electronic remittance would */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    paper: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                            claims: {
                                billingProviderNpi: string;
                                claimId: number;
                                coverageSequence: string;
                                filingIndicator: string | null;
                                kind: string;
                                lines: {
                                    chargedCents: number;
                                    lineItemControlNumber: string | null;
                                    lineNumber: number;
                                    modifiers: string[];
                                    openCents: number;
                                    procedureCode: string | null;
                                    revenueCode: string | null;
                                    serviceFrom: string | null;
                                    units: string | null;
                                }[];
                                memberId: string | null;
                                patientControlNumber: string;
                                patientFirstName: string | null;
                                patientLastName: string;
                                payer: string;
                                serviceFrom: string | null;
                            }[];
                            entry: {
                                adjustments: {
                                    amount: string;
                                    reasonCode: string;
                                    reference: string;
                                }[];
                                claims: {
                                    claimId: number;
                                    lines: {
                                        allowed: string;
                                        lineNumber: number;
                                        paid: string;
                                        reasons: string;
                                    }[];
                                    paid: string;
                                    payerClaimNumber: string;
                                    /** @enum {string} */
                                    statusCode: "1" | "2" | "3" | "4";
                                }[];
                                /** @enum {string} */
                                method: "CHK" | "ACH" | "NON";
                                paid: string;
                                paidOn: string | "";
                                payerId: number | null;
                                remark: string;
                                traceNumber: string;
                            };
                            id: number;
                            remittanceId: number | null;
                            revision: number;
                            /** @enum {string} */
                            state: "draft" | "posted" | "taken-back" | "discarded";
                            takeBackReason: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/paper-remittances/{paper}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what was posted from paper by a reversal; a draft to correct it is begun */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    paper: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                            claims: {
                                billingProviderNpi: string;
                                claimId: number;
                                coverageSequence: string;
                                filingIndicator: string | null;
                                kind: string;
                                lines: {
                                    chargedCents: number;
                                    lineItemControlNumber: string | null;
                                    lineNumber: number;
                                    modifiers: string[];
                                    openCents: number;
                                    procedureCode: string | null;
                                    revenueCode: string | null;
                                    serviceFrom: string | null;
                                    units: string | null;
                                }[];
                                memberId: string | null;
                                patientControlNumber: string;
                                patientFirstName: string | null;
                                patientLastName: string;
                                payer: string;
                                serviceFrom: string | null;
                            }[];
                            entry: {
                                adjustments: {
                                    amount: string;
                                    reasonCode: string;
                                    reference: string;
                                }[];
                                claims: {
                                    claimId: number;
                                    lines: {
                                        allowed: string;
                                        lineNumber: number;
                                        paid: string;
                                        reasons: string;
                                    }[];
                                    paid: string;
                                    payerClaimNumber: string;
                                    /** @enum {string} */
                                    statusCode: "1" | "2" | "3" | "4";
                                }[];
                                /** @enum {string} */
                                method: "CHK" | "ACH" | "NON";
                                paid: string;
                                paidOn: string | "";
                                payerId: number | null;
                                remark: string;
                                traceNumber: string;
                            };
                            id: number;
                            remittanceId: number | null;
                            revision: number;
                            /** @enum {string} */
                            state: "draft" | "posted" | "taken-back" | "discarded";
                            takeBackReason: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/paper-remittances/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claims that a row of paper may mean, by number or patient, with their lines */
        get: {
            parameters: {
                query: {
                    on?: string;
                    search: string;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                billingProviderNpi: string;
                                claimId: number;
                                coverageSequence: string;
                                filingIndicator: string | null;
                                kind: string;
                                lines: {
                                    chargedCents: number;
                                    lineItemControlNumber: string | null;
                                    lineNumber: number;
                                    modifiers: string[];
                                    openCents: number;
                                    procedureCode: string | null;
                                    revenueCode: string | null;
                                    serviceFrom: string | null;
                                    units: string | null;
                                }[];
                                memberId: string | null;
                                patientControlNumber: string;
                                patientFirstName: string | null;
                                patientLastName: string;
                                payer: string;
                                serviceFrom: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patient-accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account: what is open, what was paid, what was sent, and what a statement would say */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    account: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: string;
                            addressLines: string[];
                            holds: {
                                heldBy: string;
                                /** Format: date */
                                heldOn: string;
                                id: number;
                                /** @enum {string} */
                                kind: "hold" | "dispute" | "bad-address" | "aid-requested" | "bankruptcy" | "deceased";
                                liftedOn: string | null;
                                reason: string;
                            }[];
                            items: {
                                adjustedCents: number;
                                badDebtCents: number;
                                chargedCents: number;
                                claimId: number;
                                creditCents: number;
                                forgivenCents: number;
                                insurancePaidCents: number;
                                lastToldOn: string | null;
                                openInsuranceCents: number;
                                openPatientCents: number;
                                paidCents: number;
                                patient: string;
                                patientControlNumber: string;
                                patientId: number;
                                patientSince: string | null;
                                payer: string;
                                provider: string | null;
                                serviceFrom: string | null;
                                services: {
                                    chargedCents: number;
                                    label: string | null;
                                    openPatientCents: number;
                                    procedureCode: string | null;
                                }[];
                                shares: {
                                    cents: number;
                                    reasonCode: string | null;
                                }[];
                                state: string;
                                timesTold: number;
                            }[];
                            name: string;
                            owedCents: number;
                            patients: {
                                id: number;
                                name: string;
                            }[];
                            payments: {
                                cents: number;
                                id: number;
                                leftCents: number;
                                method: string;
                                /** Format: date */
                                paidOn: string;
                                parts: {
                                    allocationId: number | null;
                                    cents: number;
                                    claimId: number;
                                    patientControlNumber: string;
                                    serviceFrom: string | null;
                                }[];
                                place: string | null;
                                receipt: string;
                                reference: string | null;
                                reversedOn: string | null;
                                reverseReason: string | null;
                                takenBy: string | null;
                            }[];
                            phone: string | null;
                            statement: {
                                aging: {
                                    [key: string]: number;
                                };
                                claimIds: number[];
                                /** Format: date */
                                dueOn: string;
                                /** @constant */
                                is: "send";
                                leftOut: {
                                    cents: number;
                                    claimId: number;
                                    /** @enum {string} */
                                    why: "with-payer" | "too-fresh";
                                }[];
                                /** @enum {string} */
                                level: "first" | "second" | "third" | "final";
                                owedCents: number;
                                unappliedCents: number;
                            } | {
                                /** @constant */
                                is: "not";
                                leftOut: {
                                    cents: number;
                                    claimId: number;
                                    /** @enum {string} */
                                    why: "with-payer" | "too-fresh";
                                }[];
                                owedCents: number;
                                reasons: ("nothing-owed" | "hold" | "dispute" | "bad-address" | "aid-requested" | "bankruptcy" | "deceased" | "no-address" | "told-lately" | "with-payer" | "too-fresh" | "covered-by-payments" | "below-minimum")[];
                            };
                            statements: {
                                account: string;
                                claims: number;
                                /** Format: date */
                                dueOn: string;
                                id: number;
                                /** Format: date */
                                issuedOn: string;
                                name: string;
                                number: string;
                                owedCents: number;
                                runId: number;
                                /** @enum {string} */
                                state: "issued" | "mailed" | "void";
                            }[];
                            unappliedCents: number;
                            writeOffs: {
                                cents: number;
                                claimId: number;
                                id: number;
                                /** @enum {string} */
                                kind: "small-balance" | "courtesy" | "hardship" | "bad-debt";
                                patientControlNumber: string;
                                reason: string;
                                recoveredCents: number;
                                undoneOn: string | null;
                                writtenOffBy: string;
                                /** Format: date */
                                writtenOffOn: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patient-accounts/{account}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give what the account paid and no claim has got to what is open on it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    account: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: string;
                            addressLines: string[];
                            holds: {
                                heldBy: string;
                                /** Format: date */
                                heldOn: string;
                                id: number;
                                /** @enum {string} */
                                kind: "hold" | "dispute" | "bad-address" | "aid-requested" | "bankruptcy" | "deceased";
                                liftedOn: string | null;
                                reason: string;
                            }[];
                            items: {
                                adjustedCents: number;
                                badDebtCents: number;
                                chargedCents: number;
                                claimId: number;
                                creditCents: number;
                                forgivenCents: number;
                                insurancePaidCents: number;
                                lastToldOn: string | null;
                                openInsuranceCents: number;
                                openPatientCents: number;
                                paidCents: number;
                                patient: string;
                                patientControlNumber: string;
                                patientId: number;
                                patientSince: string | null;
                                payer: string;
                                provider: string | null;
                                serviceFrom: string | null;
                                services: {
                                    chargedCents: number;
                                    label: string | null;
                                    openPatientCents: number;
                                    procedureCode: string | null;
                                }[];
                                shares: {
                                    cents: number;
                                    reasonCode: string | null;
                                }[];
                                state: string;
                                timesTold: number;
                            }[];
                            name: string;
                            owedCents: number;
                            patients: {
                                id: number;
                                name: string;
                            }[];
                            payments: {
                                cents: number;
                                id: number;
                                leftCents: number;
                                method: string;
                                /** Format: date */
                                paidOn: string;
                                parts: {
                                    allocationId: number | null;
                                    cents: number;
                                    claimId: number;
                                    patientControlNumber: string;
                                    serviceFrom: string | null;
                                }[];
                                place: string | null;
                                receipt: string;
                                reference: string | null;
                                reversedOn: string | null;
                                reverseReason: string | null;
                                takenBy: string | null;
                            }[];
                            phone: string | null;
                            statement: {
                                aging: {
                                    [key: string]: number;
                                };
                                claimIds: number[];
                                /** Format: date */
                                dueOn: string;
                                /** @constant */
                                is: "send";
                                leftOut: {
                                    cents: number;
                                    claimId: number;
                                    /** @enum {string} */
                                    why: "with-payer" | "too-fresh";
                                }[];
                                /** @enum {string} */
                                level: "first" | "second" | "third" | "final";
                                owedCents: number;
                                unappliedCents: number;
                            } | {
                                /** @constant */
                                is: "not";
                                leftOut: {
                                    cents: number;
                                    claimId: number;
                                    /** @enum {string} */
                                    why: "with-payer" | "too-fresh";
                                }[];
                                owedCents: number;
                                reasons: ("nothing-owed" | "hold" | "dispute" | "bad-address" | "aid-requested" | "bankruptcy" | "deceased" | "no-address" | "told-lately" | "with-payer" | "too-fresh" | "covered-by-payments" | "below-minimum")[];
                            };
                            statements: {
                                account: string;
                                claims: number;
                                /** Format: date */
                                dueOn: string;
                                id: number;
                                /** Format: date */
                                issuedOn: string;
                                name: string;
                                number: string;
                                owedCents: number;
                                runId: number;
                                /** @enum {string} */
                                state: "issued" | "mailed" | "void";
                            }[];
                            unappliedCents: number;
                            writeOffs: {
                                cents: number;
                                claimId: number;
                                id: number;
                                /** @enum {string} */
                                kind: "small-balance" | "courtesy" | "hardship" | "bad-debt";
                                patientControlNumber: string;
                                reason: string;
                                recoveredCents: number;
                                undoneOn: string | null;
                                writtenOffBy: string;
                                /** Format: date */
                                writtenOffOn: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patient-accounts/{account}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep statements from an account until the hold is lifted */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    account: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "hold" | "dispute" | "bad-address" | "aid-requested" | "bankruptcy" | "deceased";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: string;
                            addressLines: string[];
                            holds: {
                                heldBy: string;
                                /** Format: date */
                                heldOn: string;
                                id: number;
                                /** @enum {string} */
                                kind: "hold" | "dispute" | "bad-address" | "aid-requested" | "bankruptcy" | "deceased";
                                liftedOn: string | null;
                                reason: string;
                            }[];
                            items: {
                                adjustedCents: number;
                                badDebtCents: number;
                                chargedCents: number;
                                claimId: number;
                                creditCents: number;
                                forgivenCents: number;
                                insurancePaidCents: number;
                                lastToldOn: string | null;
                                openInsuranceCents: number;
                                openPatientCents: number;
                                paidCents: number;
                                patient: string;
                                patientControlNumber: string;
                                patientId: number;
                                patientSince: string | null;
                                payer: string;
                                provider: string | null;
                                serviceFrom: string | null;
                                services: {
                                    chargedCents: number;
                                    label: string | null;
                                    openPatientCents: number;
                                    procedureCode: string | null;
                                }[];
                                shares: {
                                    cents: number;
                                    reasonCode: string | null;
                                }[];
                                state: string;
                                timesTold: number;
                            }[];
                            name: string;
                            owedCents: number;
                            patients: {
                                id: number;
                                name: string;
                            }[];
                            payments: {
                                cents: number;
                                id: number;
                                leftCents: number;
                                method: string;
                                /** Format: date */
                                paidOn: string;
                                parts: {
                                    allocationId: number | null;
                                    cents: number;
                                    claimId: number;
                                    patientControlNumber: string;
                                    serviceFrom: string | null;
                                }[];
                                place: string | null;
                                receipt: string;
                                reference: string | null;
                                reversedOn: string | null;
                                reverseReason: string | null;
                                takenBy: string | null;
                            }[];
                            phone: string | null;
                            statement: {
                                aging: {
                                    [key: string]: number;
                                };
                                claimIds: number[];
                                /** Format: date */
                                dueOn: string;
                                /** @constant */
                                is: "send";
                                leftOut: {
                                    cents: number;
                                    claimId: number;
                                    /** @enum {string} */
                                    why: "with-payer" | "too-fresh";
                                }[];
                                /** @enum {string} */
                                level: "first" | "second" | "third" | "final";
                                owedCents: number;
                                unappliedCents: number;
                            } | {
                                /** @constant */
                                is: "not";
                                leftOut: {
                                    cents: number;
                                    claimId: number;
                                    /** @enum {string} */
                                    why: "with-payer" | "too-fresh";
                                }[];
                                owedCents: number;
                                reasons: ("nothing-owed" | "hold" | "dispute" | "bad-address" | "aid-requested" | "bankruptcy" | "deceased" | "no-address" | "told-lately" | "with-payer" | "too-fresh" | "covered-by-payments" | "below-minimum")[];
                            };
                            statements: {
                                account: string;
                                claims: number;
                                /** Format: date */
                                dueOn: string;
                                id: number;
                                /** Format: date */
                                issuedOn: string;
                                name: string;
                                number: string;
                                owedCents: number;
                                runId: number;
                                /** @enum {string} */
                                state: "issued" | "mailed" | "void";
                            }[];
                            unappliedCents: number;
                            writeOffs: {
                                cents: number;
                                claimId: number;
                                id: number;
                                /** @enum {string} */
                                kind: "small-balance" | "courtesy" | "hardship" | "bad-debt";
                                patientControlNumber: string;
                                reason: string;
                                recoveredCents: number;
                                undoneOn: string | null;
                                writtenOffBy: string;
                                /** Format: date */
                                writtenOffOn: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patient-accounts/{account}/holds/{hold}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lift a hold of an account */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    account: string;
                    hold: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: string;
                            addressLines: string[];
                            holds: {
                                heldBy: string;
                                /** Format: date */
                                heldOn: string;
                                id: number;
                                /** @enum {string} */
                                kind: "hold" | "dispute" | "bad-address" | "aid-requested" | "bankruptcy" | "deceased";
                                liftedOn: string | null;
                                reason: string;
                            }[];
                            items: {
                                adjustedCents: number;
                                badDebtCents: number;
                                chargedCents: number;
                                claimId: number;
                                creditCents: number;
                                forgivenCents: number;
                                insurancePaidCents: number;
                                lastToldOn: string | null;
                                openInsuranceCents: number;
                                openPatientCents: number;
                                paidCents: number;
                                patient: string;
                                patientControlNumber: string;
                                patientId: number;
                                patientSince: string | null;
                                payer: string;
                                provider: string | null;
                                serviceFrom: string | null;
                                services: {
                                    chargedCents: number;
                                    label: string | null;
                                    openPatientCents: number;
                                    procedureCode: string | null;
                                }[];
                                shares: {
                                    cents: number;
                                    reasonCode: string | null;
                                }[];
                                state: string;
                                timesTold: number;
                            }[];
                            name: string;
                            owedCents: number;
                            patients: {
                                id: number;
                                name: string;
                            }[];
                            payments: {
                                cents: number;
                                id: number;
                                leftCents: number;
                                method: string;
                                /** Format: date */
                                paidOn: string;
                                parts: {
                                    allocationId: number | null;
                                    cents: number;
                                    claimId: number;
                                    patientControlNumber: string;
                                    serviceFrom: string | null;
                                }[];
                                place: string | null;
                                receipt: string;
                                reference: string | null;
                                reversedOn: string | null;
                                reverseReason: string | null;
                                takenBy: string | null;
                            }[];
                            phone: string | null;
                            statement: {
                                aging: {
                                    [key: string]: number;
                                };
                                claimIds: number[];
                                /** Format: date */
                                dueOn: string;
                                /** @constant */
                                is: "send";
                                leftOut: {
                                    cents: number;
                                    claimId: number;
                                    /** @enum {string} */
                                    why: "with-payer" | "too-fresh";
                                }[];
                                /** @enum {string} */
                                level: "first" | "second" | "third" | "final";
                                owedCents: number;
                                unappliedCents: number;
                            } | {
                                /** @constant */
                                is: "not";
                                leftOut: {
                                    cents: number;
                                    claimId: number;
                                    /** @enum {string} */
                                    why: "with-payer" | "too-fresh";
                                }[];
                                owedCents: number;
                                reasons: ("nothing-owed" | "hold" | "dispute" | "bad-address" | "aid-requested" | "bankruptcy" | "deceased" | "no-address" | "told-lately" | "with-payer" | "too-fresh" | "covered-by-payments" | "below-minimum")[];
                            };
                            statements: {
                                account: string;
                                claims: number;
                                /** Format: date */
                                dueOn: string;
                                id: number;
                                /** Format: date */
                                issuedOn: string;
                                name: string;
                                number: string;
                                owedCents: number;
                                runId: number;
                                /** @enum {string} */
                                state: "issued" | "mailed" | "void";
                            }[];
                            unappliedCents: number;
                            writeOffs: {
                                cents: number;
                                claimId: number;
                                id: number;
                                /** @enum {string} */
                                kind: "small-balance" | "courtesy" | "hardship" | "bad-debt";
                                patientControlNumber: string;
                                reason: string;
                                recoveredCents: number;
                                undoneOn: string | null;
                                writtenOffBy: string;
                                /** Format: date */
                                writtenOffOn: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patient-accounts/{account}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a payment on an account and give it to what is open, by a rule or by hand */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    account: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        cents: number;
                        /** @enum {string} */
                        method: "cash" | "check" | "card" | "other";
                        /**
                         * @default desk
                         * @enum {string}
                         */
                        place?: "desk" | "post" | "telephone" | "online";
                        reference?: string;
                        /**
                         * @default {
                         *       "by": "rule"
                         *     }
                         */
                        wish?: {
                            /** @constant */
                            by: "rule";
                            first?: number[];
                            /** @enum {string} */
                            rule?: "oldest-first" | "newest-first" | "in-proportion";
                        } | {
                            /** @constant */
                            by: "hand";
                            parts: {
                                cents: number;
                                claimId: number;
                            }[];
                        } | {
                            /** @constant */
                            by: "nobody";
                        };
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            receipt: {
                                account: string | null;
                                cents: number;
                                isReversed: boolean;
                                leftCents: number;
                                method: string;
                                number: string;
                                paidBy: string;
                                /** Format: date */
                                paidOn: string;
                                parts: {
                                    cents: number;
                                    on: string | null;
                                    patient: string;
                                    patientControlNumber: string;
                                }[];
                                phone: string | null;
                                practice: string;
                                practiceLines: string[];
                                reference: string | null;
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patient-accounts/{account}/payments/{payment}/allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give what is left of a payment to claims of its account */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    account: string;
                    payment: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        wish: {
                            /** @constant */
                            by: "rule";
                            first?: number[];
                            /** @enum {string} */
                            rule?: "oldest-first" | "newest-first" | "in-proportion";
                        } | {
                            /** @constant */
                            by: "hand";
                            parts: {
                                cents: number;
                                claimId: number;
                            }[];
                        } | {
                            /** @constant */
                            by: "nobody";
                        };
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: string;
                            addressLines: string[];
                            holds: {
                                heldBy: string;
                                /** Format: date */
                                heldOn: string;
                                id: number;
                                /** @enum {string} */
                                kind: "hold" | "dispute" | "bad-address" | "aid-requested" | "bankruptcy" | "deceased";
                                liftedOn: string | null;
                                reason: string;
                            }[];
                            items: {
                                adjustedCents: number;
                                badDebtCents: number;
                                chargedCents: number;
                                claimId: number;
                                creditCents: number;
                                forgivenCents: number;
                                insurancePaidCents: number;
                                lastToldOn: string | null;
                                openInsuranceCents: number;
                                openPatientCents: number;
                                paidCents: number;
                                patient: string;
                                patientControlNumber: string;
                                patientId: number;
                                patientSince: string | null;
                                payer: string;
                                provider: string | null;
                                serviceFrom: string | null;
                                services: {
                                    chargedCents: number;
                                    label: string | null;
                                    openPatientCents: number;
                                    procedureCode: string | null;
                                }[];
                                shares: {
                                    cents: number;
                                    reasonCode: string | null;
                                }[];
                                state: string;
                                timesTold: number;
                            }[];
                            name: string;
                            owedCents: number;
                            patients: {
                                id: number;
                                name: string;
                            }[];
                            payments: {
                                cents: number;
                                id: number;
                                leftCents: number;
                                method: string;
                                /** Format: date */
                                paidOn: string;
                                parts: {
                                    allocationId: number | null;
                                    cents: number;
                                    claimId: number;
                                    patientControlNumber: string;
                                    serviceFrom: string | null;
                                }[];
                                place: string | null;
                                receipt: string;
                                reference: string | null;
                                reversedOn: string | null;
                                reverseReason: string | null;
                                takenBy: string | null;
                            }[];
                            phone: string | null;
                            statement: {
                                aging: {
                                    [key: string]: number;
                                };
                                claimIds: number[];
                                /** Format: date */
                                dueOn: string;
                                /** @constant */
                                is: "send";
                                leftOut: {
                                    cents: number;
                                    claimId: number;
                                    /** @enum {string} */
                                    why: "with-payer" | "too-fresh";
                                }[];
                                /** @enum {string} */
                                level: "first" | "second" | "third" | "final";
                                owedCents: number;
                                unappliedCents: number;
                            } | {
                                /** @constant */
                                is: "not";
                                leftOut: {
                                    cents: number;
                                    claimId: number;
                                    /** @enum {string} */
                                    why: "with-payer" | "too-fresh";
                                }[];
                                owedCents: number;
                                reasons: ("nothing-owed" | "hold" | "dispute" | "bad-address" | "aid-requested" | "bankruptcy" | "deceased" | "no-address" | "told-lately" | "with-payer" | "too-fresh" | "covered-by-payments" | "below-minimum")[];
                            };
                            statements: {
                                account: string;
                                claims: number;
                                /** Format: date */
                                dueOn: string;
                                id: number;
                                /** Format: date */
                                issuedOn: string;
                                name: string;
                                number: string;
                                owedCents: number;
                                runId: number;
                                /** @enum {string} */
                                state: "issued" | "mailed" | "void";
                            }[];
                            unappliedCents: number;
                            writeOffs: {
                                cents: number;
                                claimId: number;
                                id: number;
                                /** @enum {string} */
                                kind: "small-balance" | "courtesy" | "hardship" | "bad-debt";
                                patientControlNumber: string;
                                reason: string;
                                recoveredCents: number;
                                undoneOn: string | null;
                                writtenOffBy: string;
                                /** Format: date */
                                writtenOffOn: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patient-balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What patients owe after their payers, by who answers for it, the largest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    age?: "0-30" | "31-60" | "61-90" | "over-90";
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    minimumCents?: number;
                    search?: string;
                    told?: "never" | "due" | "lately";
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                account: string;
                                claims: number;
                                holds: ("hold" | "dispute" | "bad-address" | "aid-requested" | "bankruptcy" | "deceased")[];
                                lastStatementOn: string | null;
                                name: string;
                                oldestSince: string | null;
                                owedCents: number;
                                patients: number;
                                phone: string | null;
                                unappliedCents: number;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patient-billing-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the practice bills patients: cycle, smallest amount, texts, write-off limits */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            allocationRule: "oldest-first" | "newest-first" | "in-proportion";
                            cycleDays: number;
                            dueDays: number;
                            helpNotice: string;
                            messages: {
                                final: string;
                                first: string;
                                second: string;
                                third: string;
                            };
                            minimumCents: number;
                            revision: number;
                            settleDays: number;
                            waysToPay: string[];
                            writeOffLimits: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** State how the practice bills patients */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        allocationRule: "oldest-first" | "newest-first" | "in-proportion";
                        cycleDays: number;
                        dueDays: number;
                        helpNotice: string;
                        messages: {
                            final: string;
                            first: string;
                            second: string;
                            third: string;
                        };
                        minimumCents: number;
                        settleDays: number;
                        waysToPay: string[];
                        writeOffLimits: {
                            [key: string]: {
                                [key: string]: number;
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            allocationRule: "oldest-first" | "newest-first" | "in-proportion";
                            cycleDays: number;
                            dueDays: number;
                            helpNotice: string;
                            messages: {
                                final: string;
                                first: string;
                                second: string;
                                third: string;
                            };
                            minimumCents: number;
                            revision: number;
                            settleDays: number;
                            waysToPay: string[];
                            writeOffLimits: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patient-payments/{payment}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt of a payment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    payment: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: string | null;
                            cents: number;
                            isReversed: boolean;
                            leftCents: number;
                            method: string;
                            number: string;
                            paidBy: string;
                            /** Format: date */
                            paidOn: string;
                            parts: {
                                cents: number;
                                on: string | null;
                                patient: string;
                                patientControlNumber: string;
                            }[];
                            phone: string | null;
                            practice: string;
                            practiceLines: string[];
                            reference: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patient-payments/{payment}/receipt/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt of a payment as a PDF */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    payment: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patient-payments/{payment}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a payment back whole, as when the bank returns a check */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    payment: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claimIds: number[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patient-write-offs/{writeOff}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a write-off of a patient's balance back: it is owed again */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                    writeOff: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claimId: number;
                            writeOffId: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patient-write-offs/small-balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What patients owe of claims up to an amount, as it could be written off at once */
        get: {
            parameters: {
                query: {
                    mostCents: number;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                cents: number;
                                claimId: number;
                                patientControlNumber: string;
                                patientName: string;
                                serviceFrom: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Write off the small balances that were chosen, as far as they are still as small */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        claims: number[];
                        mostCents: number;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                cents: number;
                                claimId: number;
                                patientControlNumber: string;
                                patientName: string;
                                serviceFrom: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Patients by name, date of birth, chart number, member id or telephone number */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    bornOn?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    registered?: "yes" | "no";
                    search?: string;
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                chartNumber: string | null;
                                city: string | null;
                                dateOfBirth: string | null;
                                firstName: string | null;
                                gender: string | null;
                                id: number;
                                isRegistered: boolean;
                                lastName: string;
                                memberId: string | null;
                                middleName: string | null;
                                payer: string | null;
                                phone: string | null;
                                state: string | null;
                                suffix: string | null;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Register a patient; one who may be on file only when that is denied */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        addressLine1?: string;
                        /** @default  */
                        addressLine2?: string;
                        /** @default  */
                        chartNumber?: string;
                        /** @default  */
                        city?: string;
                        /** @default false */
                        confirmedNew?: boolean;
                        /** @default  */
                        country?: string;
                        /** @default  */
                        dateOfBirth?: string;
                        /** @default  */
                        dateOfDeath?: string;
                        /** @default  */
                        email?: string;
                        /** @default  */
                        firstName?: string;
                        /** @default  */
                        gender?: string;
                        guarantor: {
                            /** @default  */
                            addressLine1?: string;
                            /** @default  */
                            addressLine2?: string;
                            /** @default  */
                            city?: string;
                            /** @default  */
                            email?: string;
                            /** @default  */
                            firstName?: string;
                            /** @default null */
                            guarantorId?: number | null;
                            /** @default  */
                            lastName?: string;
                            /** @default  */
                            phone?: string;
                            /** @default  */
                            postalCode?: string;
                            /** @default  */
                            relationship?: string;
                            /** @default  */
                            state?: string;
                        };
                        /** @default false */
                        isEmancipated?: boolean;
                        /** @default  */
                        lastName?: string;
                        /** @default  */
                        middleName?: string;
                        /** @default  */
                        phone?: string;
                        /** @default  */
                        postalCode?: string;
                        /** @default  */
                        state?: string;
                        /** @default  */
                        suffix?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            addressLine1: string | null;
                            addressLine2: string | null;
                            chartNumber: string | null;
                            city: string | null;
                            country: string | null;
                            dateOfBirth: string | null;
                            dateOfDeath: string | null;
                            email: string | null;
                            firstName: string | null;
                            gender: string | null;
                            guarantor: {
                                addressLine1: string | null;
                                addressLine2: string | null;
                                city: string | null;
                                email: string | null;
                                firstName: string | null;
                                id: number;
                                lastName: string;
                                patients: number;
                                phone: string | null;
                                postalCode: string | null;
                                revision: number;
                                state: string | null;
                            } | null;
                            guarantorRelationship: string | null;
                            id: number;
                            isEmancipated: boolean;
                            isRegistered: boolean;
                            lastName: string;
                            middleName: string | null;
                            phone: string | null;
                            postalCode: string | null;
                            revision: number;
                            state: string | null;
                            suffix: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patients/{patient}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One patient with the guarantor of the balances */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    patient: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            addressLine1: string | null;
                            addressLine2: string | null;
                            chartNumber: string | null;
                            city: string | null;
                            country: string | null;
                            dateOfBirth: string | null;
                            dateOfDeath: string | null;
                            email: string | null;
                            firstName: string | null;
                            gender: string | null;
                            guarantor: {
                                addressLine1: string | null;
                                addressLine2: string | null;
                                city: string | null;
                                email: string | null;
                                firstName: string | null;
                                id: number;
                                lastName: string;
                                patients: number;
                                phone: string | null;
                                postalCode: string | null;
                                revision: number;
                                state: string | null;
                            } | null;
                            guarantorRelationship: string | null;
                            id: number;
                            isEmancipated: boolean;
                            isRegistered: boolean;
                            lastName: string;
                            middleName: string | null;
                            phone: string | null;
                            postalCode: string | null;
                            revision: number;
                            state: string | null;
                            suffix: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Describe a patient anew; one whom only files name is registered by it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    patient: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        addressLine1?: string;
                        /** @default  */
                        addressLine2?: string;
                        /** @default  */
                        chartNumber?: string;
                        /** @default  */
                        city?: string;
                        /** @default false */
                        confirmedNew?: boolean;
                        /** @default  */
                        country?: string;
                        /** @default  */
                        dateOfBirth?: string;
                        /** @default  */
                        dateOfDeath?: string;
                        /** @default  */
                        email?: string;
                        /** @default  */
                        firstName?: string;
                        /** @default  */
                        gender?: string;
                        guarantor: {
                            /** @default  */
                            addressLine1?: string;
                            /** @default  */
                            addressLine2?: string;
                            /** @default  */
                            city?: string;
                            /** @default  */
                            email?: string;
                            /** @default  */
                            firstName?: string;
                            /** @default null */
                            guarantorId?: number | null;
                            /** @default  */
                            lastName?: string;
                            /** @default  */
                            phone?: string;
                            /** @default  */
                            postalCode?: string;
                            /** @default  */
                            relationship?: string;
                            /** @default  */
                            state?: string;
                        };
                        /** @default false */
                        isEmancipated?: boolean;
                        /** @default  */
                        lastName?: string;
                        /** @default  */
                        middleName?: string;
                        /** @default  */
                        phone?: string;
                        /** @default  */
                        postalCode?: string;
                        /** @default  */
                        state?: string;
                        /** @default  */
                        suffix?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            addressLine1: string | null;
                            addressLine2: string | null;
                            chartNumber: string | null;
                            city: string | null;
                            country: string | null;
                            dateOfBirth: string | null;
                            dateOfDeath: string | null;
                            email: string | null;
                            firstName: string | null;
                            gender: string | null;
                            guarantor: {
                                addressLine1: string | null;
                                addressLine2: string | null;
                                city: string | null;
                                email: string | null;
                                firstName: string | null;
                                id: number;
                                lastName: string;
                                patients: number;
                                phone: string | null;
                                postalCode: string | null;
                                revision: number;
                                state: string | null;
                            } | null;
                            guarantorRelationship: string | null;
                            id: number;
                            isEmancipated: boolean;
                            isRegistered: boolean;
                            lastName: string;
                            middleName: string | null;
                            phone: string | null;
                            postalCode: string | null;
                            revision: number;
                            state: string | null;
                            suffix: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patients/{patient}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A patient's claims with what is open of each, and what the patient owes in all */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    patient: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                chargedCents: number;
                                id: number;
                                openInsuranceCents: number;
                                openPatientCents: number;
                                patientControlNumber: string;
                                payer: string;
                                serviceFrom: string | null;
                                state: string;
                            }[];
                            total: {
                                chargedCents: number;
                                count: number;
                                openInsuranceCents: number;
                                openPatientCents: number;
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patients/{patient}/coverages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A patient's coverages by rank, all of them or those of one day */
        get: {
            parameters: {
                query?: {
                    on?: string;
                };
                header?: never;
                path: {
                    patient: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            gaps: {
                                from: string | null;
                                missingRank: number;
                                to: string | null;
                            }[];
                            rows: {
                                casualtyClaimNumber: string | null;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                filingIndicator: string | null;
                                groupName: string | null;
                                groupNumber: string | null;
                                id: number;
                                lineOfBusiness: string | null;
                                medicareSecondaryType: string | null;
                                memberId: string;
                                patientId: number;
                                payer: string;
                                payerId: number;
                                payerIdentifier: string | null;
                                plan: string | null;
                                planId: number | null;
                                rank: number;
                                relationship: string;
                                revision: number;
                                subscriberAddressLine1: string | null;
                                subscriberAddressLine2: string | null;
                                subscriberCity: string | null;
                                subscriberDateOfBirth: string | null;
                                subscriberFirstName: string | null;
                                subscriberGender: string | null;
                                subscriberLastName: string | null;
                                subscriberMiddleName: string | null;
                                subscriberPostalCode: string | null;
                                subscriberState: string | null;
                                subscriberSuffix: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a coverage */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    patient: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        casualtyClaimNumber?: string;
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        /** @default  */
                        filingIndicator?: string;
                        /** @default  */
                        groupName?: string;
                        /** @default  */
                        groupNumber?: string;
                        /** @default  */
                        medicareSecondaryType?: string;
                        /** @default  */
                        memberId?: string;
                        payerId: number;
                        /** @default null */
                        planId?: number | null;
                        rank: number;
                        /** @default  */
                        relationship?: string;
                        /** @default  */
                        subscriberAddressLine1?: string;
                        /** @default  */
                        subscriberAddressLine2?: string;
                        /** @default  */
                        subscriberCity?: string;
                        /** @default  */
                        subscriberDateOfBirth?: string;
                        /** @default  */
                        subscriberFirstName?: string;
                        /** @default  */
                        subscriberGender?: string;
                        /** @default  */
                        subscriberLastName?: string;
                        /** @default  */
                        subscriberMiddleName?: string;
                        /** @default  */
                        subscriberPostalCode?: string;
                        /** @default  */
                        subscriberState?: string;
                        /** @default  */
                        subscriberSuffix?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            casualtyClaimNumber: string | null;
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            filingIndicator: string | null;
                            groupName: string | null;
                            groupNumber: string | null;
                            id: number;
                            lineOfBusiness: string | null;
                            medicareSecondaryType: string | null;
                            memberId: string;
                            patientId: number;
                            payer: string;
                            payerId: number;
                            payerIdentifier: string | null;
                            plan: string | null;
                            planId: number | null;
                            rank: number;
                            relationship: string;
                            revision: number;
                            subscriberAddressLine1: string | null;
                            subscriberAddressLine2: string | null;
                            subscriberCity: string | null;
                            subscriberDateOfBirth: string | null;
                            subscriberFirstName: string | null;
                            subscriberGender: string | null;
                            subscriberLastName: string | null;
                            subscriberMiddleName: string | null;
                            subscriberPostalCode: string | null;
                            subscriberState: string | null;
                            subscriberSuffix: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patients/{patient}/coverages/{coverage}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Describe a coverage anew; a last day ends it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    coverage: number;
                    patient: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        casualtyClaimNumber?: string;
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        /** @default  */
                        filingIndicator?: string;
                        /** @default  */
                        groupName?: string;
                        /** @default  */
                        groupNumber?: string;
                        /** @default  */
                        medicareSecondaryType?: string;
                        /** @default  */
                        memberId?: string;
                        payerId: number;
                        /** @default null */
                        planId?: number | null;
                        rank: number;
                        /** @default  */
                        relationship?: string;
                        /** @default  */
                        subscriberAddressLine1?: string;
                        /** @default  */
                        subscriberAddressLine2?: string;
                        /** @default  */
                        subscriberCity?: string;
                        /** @default  */
                        subscriberDateOfBirth?: string;
                        /** @default  */
                        subscriberFirstName?: string;
                        /** @default  */
                        subscriberGender?: string;
                        /** @default  */
                        subscriberLastName?: string;
                        /** @default  */
                        subscriberMiddleName?: string;
                        /** @default  */
                        subscriberPostalCode?: string;
                        /** @default  */
                        subscriberState?: string;
                        /** @default  */
                        subscriberSuffix?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            casualtyClaimNumber: string | null;
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            filingIndicator: string | null;
                            groupName: string | null;
                            groupNumber: string | null;
                            id: number;
                            lineOfBusiness: string | null;
                            medicareSecondaryType: string | null;
                            memberId: string;
                            patientId: number;
                            payer: string;
                            payerId: number;
                            payerIdentifier: string | null;
                            plan: string | null;
                            planId: number | null;
                            rank: number;
                            relationship: string;
                            revision: number;
                            subscriberAddressLine1: string | null;
                            subscriberAddressLine2: string | null;
                            subscriberCity: string | null;
                            subscriberDateOfBirth: string | null;
                            subscriberFirstName: string | null;
                            subscriberGender: string | null;
                            subscriberLastName: string | null;
                            subscriberMiddleName: string | null;
                            subscriberPostalCode: string | null;
                            subscriberState: string | null;
                            subscriberSuffix: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patients/{patient}/coverages/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put coverages in the order in which they are billed */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    patient: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        order: {
                            id: number;
                            revision: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            gaps: {
                                from: string | null;
                                missingRank: number;
                                to: string | null;
                            }[];
                            rows: {
                                casualtyClaimNumber: string | null;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                filingIndicator: string | null;
                                groupName: string | null;
                                groupNumber: string | null;
                                id: number;
                                lineOfBusiness: string | null;
                                medicareSecondaryType: string | null;
                                memberId: string;
                                patientId: number;
                                payer: string;
                                payerId: number;
                                payerIdentifier: string | null;
                                plan: string | null;
                                planId: number | null;
                                rank: number;
                                relationship: string;
                                revision: number;
                                subscriberAddressLine1: string | null;
                                subscriberAddressLine2: string | null;
                                subscriberCity: string | null;
                                subscriberDateOfBirth: string | null;
                                subscriberFirstName: string | null;
                                subscriberGender: string | null;
                                subscriberLastName: string | null;
                                subscriberMiddleName: string | null;
                                subscriberPostalCode: string | null;
                                subscriberState: string | null;
                                subscriberSuffix: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patients/{patient}/coverages/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What claims said of a patient's coverages and is not on file, with the claim */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    patient: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                claimId: number;
                                filingIndicator: string | null;
                                groupName: string | null;
                                groupNumber: string | null;
                                medicareSecondaryType: string | null;
                                memberId: string;
                                patientControlNumber: string;
                                payer: string;
                                payerId: number | null;
                                payerIdentifier: string | null;
                                relationship: string | null;
                                sequence: string;
                                serviceFrom: string | null;
                                subscriberAddressLine1: string | null;
                                subscriberAddressLine2: string | null;
                                subscriberCity: string | null;
                                subscriberDateOfBirth: string | null;
                                subscriberFirstName: string | null;
                                subscriberGender: string | null;
                                subscriberLastName: string | null;
                                subscriberMiddleName: string | null;
                                subscriberPostalCode: string | null;
                                subscriberState: string | null;
                                subscriberSuffix: string | null;
                                usedFrom: string | null;
                                usedThrough: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patients/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who on file may be the person described, the most likely first */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        addressLine1?: string;
                        /** @default  */
                        addressLine2?: string;
                        /** @default  */
                        chartNumber?: string;
                        /** @default  */
                        city?: string;
                        /** @default  */
                        country?: string;
                        /** @default  */
                        dateOfBirth?: string;
                        /** @default  */
                        dateOfDeath?: string;
                        /** @default  */
                        email?: string;
                        /** @default  */
                        firstName?: string;
                        /** @default  */
                        gender?: string;
                        guarantor: {
                            /** @default  */
                            addressLine1?: string;
                            /** @default  */
                            addressLine2?: string;
                            /** @default  */
                            city?: string;
                            /** @default  */
                            email?: string;
                            /** @default  */
                            firstName?: string;
                            /** @default null */
                            guarantorId?: number | null;
                            /** @default  */
                            lastName?: string;
                            /** @default  */
                            phone?: string;
                            /** @default  */
                            postalCode?: string;
                            /** @default  */
                            relationship?: string;
                            /** @default  */
                            state?: string;
                        };
                        /** @default false */
                        isEmancipated?: boolean;
                        /** @default  */
                        lastName?: string;
                        /** @default [] */
                        memberIdKeys?: string[];
                        /** @default  */
                        middleName?: string;
                        patientId?: number;
                        /** @default  */
                        phone?: string;
                        /** @default  */
                        postalCode?: string;
                        /** @default  */
                        state?: string;
                        /** @default  */
                        suffix?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                chartNumber: string | null;
                                city: string | null;
                                dateOfBirth: string | null;
                                firstName: string | null;
                                gender: string | null;
                                id: number;
                                isRegistered: boolean;
                                lastName: string;
                                memberId: string | null;
                                middleName: string | null;
                                payer: string | null;
                                phone: string | null;
                                reasons: ("same-name-and-birth" | "same-member-id" | "near-name-and-birth" | "same-phone-and-first-name" | "same-name-near-birth" | "same-name-without-birth")[];
                                state: string | null;
                                suffix: string | null;
                                weight: number;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/patients/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take patients with their coverages in from a table: a preview first, then the confirmed rows */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        confirmed?: string;
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            counts: {
                                added: number;
                                changed: number;
                                refused: number;
                                same: number;
                            };
                            digest: string;
                            ignored: string[];
                            isWritten: boolean;
                            more: number;
                            rows: {
                                /** @enum {string} */
                                outcome: "added" | "changed" | "same" | "refused";
                                reasons: {
                                    code: string;
                                    column: string | null;
                                    reason: string;
                                }[];
                                row: number;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/payer-directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The directory of payers, which all practices read, by name */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    lineOfBusiness?: "medicare" | "medicare-advantage" | "medicaid" | "medicaid-managed-care" | "commercial" | "tricare" | "veterans" | "workers-compensation" | "auto" | "other";
                    search?: string;
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                filingIndicator: string | null;
                                id: number;
                                identifier: string;
                                /** @enum {string} */
                                lineOfBusiness: "medicare" | "medicare-advantage" | "medicaid" | "medicaid-managed-care" | "commercial" | "tricare" | "veterans" | "workers-compensation" | "auto" | "other";
                                name: string;
                                payerId: number | null;
                                source: string;
                                transactions: string[];
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/payers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The payers of the practice by name, those included that only files name */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    lineOfBusiness?: "medicare" | "medicare-advantage" | "medicaid" | "medicaid-managed-care" | "commercial" | "tricare" | "veterans" | "workers-compensation" | "auto" | "other";
                    route?: "electronic" | "paper" | "none";
                    search?: string;
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                /** @enum {string} */
                                claimRoute: "electronic" | "paper" | "none";
                                connectionName: string | null;
                                directoryId: number | null;
                                filingIndicator: string | null;
                                id: number;
                                identifier: string | null;
                                key: string;
                                lineOfBusiness: ("medicare" | "medicare-advantage" | "medicaid" | "medicaid-managed-care" | "commercial" | "tricare" | "veterans" | "workers-compensation" | "auto" | "other") | null;
                                name: string;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a payer */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        addressLine1?: string;
                        /** @default  */
                        addressLine2?: string;
                        /** @default  */
                        city?: string;
                        /**
                         * @default electronic
                         * @enum {string}
                         */
                        claimRoute?: "electronic" | "paper" | "none";
                        /** @default  */
                        connectionName?: string;
                        /** @default  */
                        filingIndicator?: string;
                        /** @default  */
                        identifier?: string;
                        /**
                         * @default
                         * @enum {string}
                         */
                        lineOfBusiness?: "medicare" | "medicare-advantage" | "medicaid" | "medicaid-managed-care" | "commercial" | "tricare" | "veterans" | "workers-compensation" | "auto" | "other" | "";
                        /** @default  */
                        name?: string;
                        /** @default  */
                        phone?: string;
                        /** @default  */
                        postalCode?: string;
                        /** @default  */
                        state?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            addressLine1: string | null;
                            addressLine2: string | null;
                            city: string | null;
                            /** @enum {string} */
                            claimRoute: "electronic" | "paper" | "none";
                            connectionName: string | null;
                            directoryId: number | null;
                            filingIndicator: string | null;
                            id: number;
                            identifier: string | null;
                            key: string;
                            lineOfBusiness: ("medicare" | "medicare-advantage" | "medicaid" | "medicaid-managed-care" | "commercial" | "tricare" | "veterans" | "workers-compensation" | "auto" | "other") | null;
                            name: string;
                            phone: string | null;
                            postalCode: string | null;
                            revision: number;
                            state: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/payers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of its kind: a payer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            addressLine1: string | null;
                            addressLine2: string | null;
                            city: string | null;
                            /** @enum {string} */
                            claimRoute: "electronic" | "paper" | "none";
                            connectionName: string | null;
                            directoryId: number | null;
                            filingIndicator: string | null;
                            id: number;
                            identifier: string | null;
                            key: string;
                            lineOfBusiness: ("medicare" | "medicare-advantage" | "medicaid" | "medicaid-managed-care" | "commercial" | "tricare" | "veterans" | "workers-compensation" | "auto" | "other") | null;
                            name: string;
                            phone: string | null;
                            postalCode: string | null;
                            revision: number;
                            state: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Describe a payer anew */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        addressLine1?: string;
                        /** @default  */
                        addressLine2?: string;
                        /** @default  */
                        city?: string;
                        /**
                         * @default electronic
                         * @enum {string}
                         */
                        claimRoute?: "electronic" | "paper" | "none";
                        /** @default  */
                        connectionName?: string;
                        /** @default  */
                        filingIndicator?: string;
                        /** @default  */
                        identifier?: string;
                        /**
                         * @default
                         * @enum {string}
                         */
                        lineOfBusiness?: "medicare" | "medicare-advantage" | "medicaid" | "medicaid-managed-care" | "commercial" | "tricare" | "veterans" | "workers-compensation" | "auto" | "other" | "";
                        /** @default  */
                        name?: string;
                        /** @default  */
                        phone?: string;
                        /** @default  */
                        postalCode?: string;
                        /** @default  */
                        state?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            addressLine1: string | null;
                            addressLine2: string | null;
                            city: string | null;
                            /** @enum {string} */
                            claimRoute: "electronic" | "paper" | "none";
                            connectionName: string | null;
                            directoryId: number | null;
                            filingIndicator: string | null;
                            id: number;
                            identifier: string | null;
                            key: string;
                            lineOfBusiness: ("medicare" | "medicare-advantage" | "medicaid" | "medicaid-managed-care" | "commercial" | "tricare" | "veterans" | "workers-compensation" | "auto" | "other") | null;
                            name: string;
                            phone: string | null;
                            postalCode: string | null;
                            revision: number;
                            state: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/payers/from-directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a payer over from the directory, or link the practice's own to it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        directoryId: number;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            addressLine1: string | null;
                            addressLine2: string | null;
                            city: string | null;
                            /** @enum {string} */
                            claimRoute: "electronic" | "paper" | "none";
                            connectionName: string | null;
                            directoryId: number | null;
                            filingIndicator: string | null;
                            id: number;
                            identifier: string | null;
                            key: string;
                            lineOfBusiness: ("medicare" | "medicare-advantage" | "medicaid" | "medicaid-managed-care" | "commercial" | "tricare" | "veterans" | "workers-compensation" | "auto" | "other") | null;
                            name: string;
                            phone: string | null;
                            postalCode: string | null;
                            revision: number;
                            state: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/payers/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take payers in from a table: a preview first, then the confirmed rows */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        confirmed?: string;
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            counts: {
                                added: number;
                                changed: number;
                                refused: number;
                                same: number;
                            };
                            digest: string;
                            ignored: string[];
                            isWritten: boolean;
                            more: number;
                            rows: {
                                /** @enum {string} */
                                outcome: "added" | "changed" | "same" | "refused";
                                reasons: {
                                    code: string;
                                    column: string | null;
                                    reason: string;
                                }[];
                                row: number;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/payment-allocations/{allocation}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a part of a payment back from its claim; the money stays the account's */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    allocation: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claimIds: number[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The months of the books, the newest first, open or closed; all on one page */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                changedAt: string | null;
                                changedBy: string | null;
                                isClosed: boolean;
                                /** Format: date */
                                month: string;
                                reason: string | null;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/periods/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A month with its trial balance and what is still unexplained in it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    month: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accounts: {
                                closingCents: number;
                                creditCents: number;
                                debitCents: number;
                                kind: string;
                                name: string;
                                openingCents: number;
                            }[];
                            changedAt: string | null;
                            changedBy: string | null;
                            hasDeposits: boolean;
                            isClosed: boolean;
                            /** Format: date */
                            month: string;
                            questions: {
                                cents: number;
                                count: number;
                                /** @enum {string} */
                                question: "deposits-without-remittance" | "remittances-without-deposit" | "remittances-not-posted" | "suspense" | "unapplied-cash" | "unmatched-reversal" | "out-of-balance";
                            }[];
                            reason: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Close a month, so that it takes no new movement, or open the newest closed one again */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    month: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                        /** @constant */
                        state: "closed";
                        withEarlier?: boolean;
                    } | {
                        reason: string;
                        /** @constant */
                        state: "open";
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accounts: {
                                closingCents: number;
                                creditCents: number;
                                debitCents: number;
                                kind: string;
                                name: string;
                                openingCents: number;
                            }[];
                            changedAt: string | null;
                            changedBy: string | null;
                            hasDeposits: boolean;
                            isClosed: boolean;
                            /** Format: date */
                            month: string;
                            questions: {
                                cents: number;
                                count: number;
                                /** @enum {string} */
                                question: "deposits-without-remittance" | "remittances-without-deposit" | "remittances-not-posted" | "suspense" | "unapplied-cash" | "unmatched-reversal" | "out-of-balance";
                            }[];
                            reason: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/periods/{month}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The balanced journal of a month by day, cause and accounts */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                };
                header?: never;
                path: {
                    month: string;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                cents: number;
                                credit: string;
                                debit: string;
                                kind: string;
                                /** Format: date */
                                on: string;
                                transfers: number;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plans of the practice's payers by name */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    on?: string;
                    payer?: number;
                    search?: string;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                filingIndicator: string | null;
                                groupNumber: string | null;
                                id: number;
                                /** @enum {string} */
                                kind: "hmo" | "ppo" | "epo" | "pos" | "indemnity" | "medicare" | "medicaid" | "other";
                                name: string;
                                needsAuthorization: boolean;
                                needsReferral: boolean;
                                payerId: number;
                                payerName: string;
                                revision: number;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a plan */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        /** @default  */
                        filingIndicator?: string;
                        /** @default  */
                        groupNumber?: string;
                        /**
                         * @default other
                         * @enum {string}
                         */
                        kind?: "hmo" | "ppo" | "epo" | "pos" | "indemnity" | "medicare" | "medicaid" | "other";
                        /** @default  */
                        name?: string;
                        /** @default false */
                        needsAuthorization?: boolean;
                        /** @default false */
                        needsReferral?: boolean;
                        payerId: number;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            filingIndicator: string | null;
                            groupNumber: string | null;
                            id: number;
                            /** @enum {string} */
                            kind: "hmo" | "ppo" | "epo" | "pos" | "indemnity" | "medicare" | "medicaid" | "other";
                            name: string;
                            needsAuthorization: boolean;
                            needsReferral: boolean;
                            payerId: number;
                            payerName: string;
                            revision: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of its kind: a plan */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            filingIndicator: string | null;
                            groupNumber: string | null;
                            id: number;
                            /** @enum {string} */
                            kind: "hmo" | "ppo" | "epo" | "pos" | "indemnity" | "medicare" | "medicaid" | "other";
                            name: string;
                            needsAuthorization: boolean;
                            needsReferral: boolean;
                            payerId: number;
                            payerName: string;
                            revision: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Describe a plan anew */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        /** @default  */
                        filingIndicator?: string;
                        /** @default  */
                        groupNumber?: string;
                        /**
                         * @default other
                         * @enum {string}
                         */
                        kind?: "hmo" | "ppo" | "epo" | "pos" | "indemnity" | "medicare" | "medicaid" | "other";
                        /** @default  */
                        name?: string;
                        /** @default false */
                        needsAuthorization?: boolean;
                        /** @default false */
                        needsReferral?: boolean;
                        payerId: number;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            filingIndicator: string | null;
                            groupNumber: string | null;
                            id: number;
                            /** @enum {string} */
                            kind: "hmo" | "ppo" | "epo" | "pos" | "indemnity" | "medicare" | "medicaid" | "other";
                            name: string;
                            needsAuthorization: boolean;
                            needsReferral: boolean;
                            payerId: number;
                            payerName: string;
                            revision: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the practice presents itself to payers and patients */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            billingProviderId: number | null;
                            billingProviderName: string | null;
                            contactEmail: string | null;
                            contactName: string | null;
                            contactPhone: string | null;
                            remitCity: string | null;
                            remitLine1: string | null;
                            remitLine2: string | null;
                            remitPostalCode: string | null;
                            remitState: string | null;
                            revision: number;
                            statementMessage: string | null;
                            statementPhone: string | null;
                            submitterIdentifier: string | null;
                            submitterName: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** State how the practice presents itself */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        billingProviderId?: number | null;
                        /** @default  */
                        contactEmail?: string;
                        /** @default  */
                        contactName?: string;
                        /** @default  */
                        contactPhone?: string;
                        /** @default  */
                        remitCity?: string;
                        /** @default  */
                        remitLine1?: string;
                        /** @default  */
                        remitLine2?: string;
                        /** @default  */
                        remitPostalCode?: string;
                        /** @default  */
                        remitState?: string;
                        /** @default  */
                        statementMessage?: string;
                        /** @default  */
                        statementPhone?: string;
                        /** @default  */
                        submitterIdentifier?: string;
                        /** @default  */
                        submitterName?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            billingProviderId: number | null;
                            billingProviderName: string | null;
                            contactEmail: string | null;
                            contactName: string | null;
                            contactPhone: string | null;
                            remitCity: string | null;
                            remitLine1: string | null;
                            remitLine2: string | null;
                            remitPostalCode: string | null;
                            remitState: string | null;
                            revision: number;
                            statementMessage: string | null;
                            statementPhone: string | null;
                            submitterIdentifier: string | null;
                            submitterName: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The providers of the practice by name */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    on?: string;
                    role?: "billing" | "rendering" | "supervising" | "none";
                    search?: string;
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                addressLine1: string | null;
                                addressLine2: string | null;
                                city: string | null;
                                credential: string | null;
                                effectiveFrom: string | null;
                                effectiveTo: string | null;
                                firstName: string | null;
                                id: number;
                                isBilling: boolean;
                                isOrganization: boolean;
                                isRendering: boolean;
                                isSupervising: boolean;
                                lastName: string | null;
                                middleName: string | null;
                                name: string | null;
                                npi: string;
                                phone: string | null;
                                postalCode: string | null;
                                revision: number;
                                state: string | null;
                                taxId: string | null;
                                taxonomy: string | null;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a provider */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        addressLine1?: string;
                        /** @default  */
                        addressLine2?: string;
                        /** @default  */
                        city?: string;
                        /** @default  */
                        credential?: string;
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        /** @default  */
                        firstName?: string;
                        /** @default false */
                        isBilling?: boolean;
                        isOrganization: boolean;
                        /** @default false */
                        isRendering?: boolean;
                        /** @default false */
                        isSupervising?: boolean;
                        /** @default  */
                        lastName?: string;
                        /** @default  */
                        middleName?: string;
                        npi: string;
                        /** @default  */
                        phone?: string;
                        /** @default  */
                        postalCode?: string;
                        /** @default  */
                        state?: string;
                        /** @default  */
                        taxId?: string;
                        /** @default  */
                        taxonomy?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            addressLine1: string | null;
                            addressLine2: string | null;
                            city: string | null;
                            credential: string | null;
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            firstName: string | null;
                            id: number;
                            isBilling: boolean;
                            isOrganization: boolean;
                            isRendering: boolean;
                            isSupervising: boolean;
                            lastName: string | null;
                            middleName: string | null;
                            name: string | null;
                            npi: string;
                            phone: string | null;
                            postalCode: string | null;
                            revision: number;
                            state: string | null;
                            taxId: string | null;
                            taxonomy: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/providers/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One provider */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                    provider: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            addressLine1: string | null;
                            addressLine2: string | null;
                            city: string | null;
                            credential: string | null;
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            firstName: string | null;
                            id: number;
                            isBilling: boolean;
                            isOrganization: boolean;
                            isRendering: boolean;
                            isSupervising: boolean;
                            lastName: string | null;
                            middleName: string | null;
                            name: string | null;
                            npi: string;
                            phone: string | null;
                            postalCode: string | null;
                            revision: number;
                            state: string | null;
                            taxId: string | null;
                            taxonomy: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Describe a provider anew */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                    provider: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        addressLine1?: string;
                        /** @default  */
                        addressLine2?: string;
                        /** @default  */
                        city?: string;
                        /** @default  */
                        credential?: string;
                        /** @default  */
                        effectiveFrom?: string;
                        /** @default  */
                        effectiveTo?: string;
                        /** @default  */
                        firstName?: string;
                        /** @default false */
                        isBilling?: boolean;
                        isOrganization: boolean;
                        /** @default false */
                        isRendering?: boolean;
                        /** @default false */
                        isSupervising?: boolean;
                        /** @default  */
                        lastName?: string;
                        /** @default  */
                        middleName?: string;
                        npi: string;
                        /** @default  */
                        phone?: string;
                        /** @default  */
                        postalCode?: string;
                        /** @default  */
                        state?: string;
                        /** @default  */
                        taxId?: string;
                        /** @default  */
                        taxonomy?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            addressLine1: string | null;
                            addressLine2: string | null;
                            city: string | null;
                            credential: string | null;
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            firstName: string | null;
                            id: number;
                            isBilling: boolean;
                            isOrganization: boolean;
                            isRendering: boolean;
                            isSupervising: boolean;
                            lastName: string | null;
                            middleName: string | null;
                            name: string | null;
                            npi: string;
                            phone: string | null;
                            postalCode: string | null;
                            revision: number;
                            state: string | null;
                            taxId: string | null;
                            taxonomy: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What went back to payers and patients or is to go back, the newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    claim?: number;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    state?: "waiting" | "refused" | "payable" | "sent" | "taken-back" | "cancelled";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                approvedOn: string | null;
                                cents: number;
                                claimId: number;
                                id: number;
                                number: string | null;
                                /** @enum {string} */
                                party: "payer" | "patient";
                                patientControlNumber: string;
                                payer: string;
                                reason: string;
                                requestedBy: string;
                                /** Format: date */
                                requestedOn: string;
                                settledOn: string | null;
                                /** @enum {string} */
                                state: "waiting" | "refused" | "payable" | "sent" | "taken-back" | "cancelled";
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/refunds/{refund}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an approved refund back before it went; the credit stands again */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                    refund: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            refundId: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/refunds/{refund}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell how an approved refund went: a check, or taken off a remittance by the payer */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                    refund: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        number: string;
                        /** Format: date */
                        on: string;
                        /** @enum {string} */
                        way: "check" | "takeback";
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cents: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/remittances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Remittances by date or amount, with verdict and unmatched claims */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    from?: string;
                    limit?: number;
                    payer?: number;
                    search?: string;
                    sort?: "date" | "paid";
                    through?: string;
                    total?: "1";
                    verdict?: "posted" | "recorded" | "quarantined" | "held" | "duplicate" | "refused";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                claims: number;
                                effectiveOn: string | null;
                                id: number;
                                isPaper: boolean;
                                paidCents: number;
                                payer: string;
                                payerId: number;
                                paymentMethod: string;
                                reasonCode: string | null;
                                traceNumber: string;
                                unmatchedClaims: number;
                                /** @enum {string} */
                                verdict: "posted" | "recorded" | "quarantined" | "held" | "duplicate" | "refused";
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/remittances/{remittance}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One remittance: its payment, whether it balances and where not, its adjustments */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                    remittance: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            balance: {
                                equations: {
                                    claimNumber: number | null;
                                    differenceCents: number;
                                    left: number;
                                    /** @enum {string} */
                                    level: "transaction" | "claim" | "line";
                                    lineNumber: number | null;
                                    right: number;
                                }[];
                                faults: {
                                    [key: string]: unknown;
                                }[];
                            };
                            claims: number;
                            claimsChargedCents: number;
                            claimsPaidCents: number;
                            deposit: {
                                cents: number;
                                /** Format: date */
                                depositedOn: string;
                                id: number;
                            } | null;
                            effectiveOn: string | null;
                            handlingCode: string;
                            id: number;
                            isPaper: boolean;
                            originatingCompanyId: string;
                            paidCents: number;
                            paper: {
                                by: string;
                                id: number;
                                remark: string;
                            } | null;
                            payeeNpi: string | null;
                            payeeTaxId: string | null;
                            payer: string;
                            payerId: number;
                            paymentMethod: string;
                            producedOn: string | null;
                            providerAdjustmentCents: number;
                            providerAdjustments: {
                                accountKind: string;
                                cents: number;
                                claim: {
                                    id: number;
                                    patientControlNumber: string;
                                } | null;
                                label: string;
                                number: number;
                                providerId: string;
                                reasonCode: string;
                                referenceId: string | null;
                                source: {
                                    /** Format: uuid */
                                    fileId: string;
                                    fileName: string;
                                    segmentFrom: number;
                                    segmentTo: number;
                                };
                            }[];
                            reason: string | null;
                            reasonCode: string | null;
                            source: {
                                /** Format: uuid */
                                fileId: string;
                                fileName: string;
                                segmentFrom: number;
                                segmentTo: number;
                            };
                            traceNumber: string;
                            unmatchedClaims: number;
                            /** @enum {string} */
                            verdict: "posted" | "recorded" | "quarantined" | "held" | "duplicate" | "refused";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/remittances/{remittance}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The claims of a remittance: how each was matched and why it was paid so */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    outcome?: string;
                };
                header?: never;
                path: {
                    practice: string;
                    remittance: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                adjustments: {
                                    cents: number;
                                    groupCode: string;
                                    lineNumber: number;
                                    reasonCode: string;
                                    treatment: string;
                                    words: string;
                                }[];
                                chargedCents: number;
                                claimId: number | null;
                                lines: {
                                    allowedCents: number | null;
                                    chargedCents: number;
                                    lineNumber: number | null;
                                    matchRule: string;
                                    modifiers: string[];
                                    number: number;
                                    paidCents: number;
                                    procedureCode: string | null;
                                    remarkCodes: string[];
                                    revenueCode: string | null;
                                    segmentFrom: number;
                                    segmentTo: number;
                                }[];
                                matchRule: string;
                                number: number;
                                outcome: string;
                                paidCents: number;
                                patientControlNumber: string;
                                patientName: string | null;
                                patientResponsibilityCents: number | null;
                                payerClaimControlNumber: string | null;
                                remarkCodes: string[];
                                serviceFrom: string | null;
                                source: {
                                    /** Format: uuid */
                                    fileId: string;
                                    fileName: string;
                                    segmentFrom: number;
                                    segmentTo: number;
                                };
                                statusCode: string;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/remittances/{remittance}/claims/{number}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Post a remittance claim that waits in suspense to the claim it means */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                    practice: string;
                    remittance: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        claimId: number;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claimId: number | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Take back a match that a person made; its money goes back to suspense */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                    practice: string;
                    remittance: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claimId: number | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/remittances/{remittance}/claims/{number}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The claims that a remittance claim may mean, the likeliest first, with what agrees */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                    practice: string;
                    remittance: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                chargedCents: number;
                                claimId: number;
                                openCents: number;
                                patientControlNumber: string;
                                patientName: string | null;
                                payer: string;
                                reasons: ("number" | "member" | "service-date" | "charge" | "rendering" | "patient-name")[];
                                score: number;
                                serviceFrom: string | null;
                                state: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/remittances/{remittance}/posting-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a second person to post a remittance that does not add up, as it is */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                    remittance: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            approvalId: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/remittances/{remittance}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Post a held remittance: known claims to these, the others to suspense */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                    remittance: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            balance: {
                                equations: {
                                    claimNumber: number | null;
                                    differenceCents: number;
                                    left: number;
                                    /** @enum {string} */
                                    level: "transaction" | "claim" | "line";
                                    lineNumber: number | null;
                                    right: number;
                                }[];
                                faults: {
                                    [key: string]: unknown;
                                }[];
                            };
                            claims: number;
                            claimsChargedCents: number;
                            claimsPaidCents: number;
                            deposit: {
                                cents: number;
                                /** Format: date */
                                depositedOn: string;
                                id: number;
                            } | null;
                            effectiveOn: string | null;
                            handlingCode: string;
                            id: number;
                            isPaper: boolean;
                            originatingCompanyId: string;
                            paidCents: number;
                            paper: {
                                by: string;
                                id: number;
                                remark: string;
                            } | null;
                            payeeNpi: string | null;
                            payeeTaxId: string | null;
                            payer: string;
                            payerId: number;
                            paymentMethod: string;
                            producedOn: string | null;
                            providerAdjustmentCents: number;
                            providerAdjustments: {
                                accountKind: string;
                                cents: number;
                                claim: {
                                    id: number;
                                    patientControlNumber: string;
                                } | null;
                                label: string;
                                number: number;
                                providerId: string;
                                reasonCode: string;
                                referenceId: string | null;
                                source: {
                                    /** Format: uuid */
                                    fileId: string;
                                    fileName: string;
                                    segmentFrom: number;
                                    segmentTo: number;
                                };
                            }[];
                            reason: string | null;
                            reasonCode: string | null;
                            source: {
                                /** Format: uuid */
                                fileId: string;
                                fileName: string;
                                segmentFrom: number;
                                segmentTo: number;
                            };
                            traceNumber: string;
                            unmatchedClaims: number;
                            /** @enum {string} */
                            verdict: "posted" | "recorded" | "quarantined" | "held" | "duplicate" | "refused";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/remittances/{remittance}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a remittance that was posted although it does not add up */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                    remittance: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            balance: {
                                equations: {
                                    claimNumber: number | null;
                                    differenceCents: number;
                                    left: number;
                                    /** @enum {string} */
                                    level: "transaction" | "claim" | "line";
                                    lineNumber: number | null;
                                    right: number;
                                }[];
                                faults: {
                                    [key: string]: unknown;
                                }[];
                            };
                            claims: number;
                            claimsChargedCents: number;
                            claimsPaidCents: number;
                            deposit: {
                                cents: number;
                                /** Format: date */
                                depositedOn: string;
                                id: number;
                            } | null;
                            effectiveOn: string | null;
                            handlingCode: string;
                            id: number;
                            isPaper: boolean;
                            originatingCompanyId: string;
                            paidCents: number;
                            paper: {
                                by: string;
                                id: number;
                                remark: string;
                            } | null;
                            payeeNpi: string | null;
                            payeeTaxId: string | null;
                            payer: string;
                            payerId: number;
                            paymentMethod: string;
                            producedOn: string | null;
                            providerAdjustmentCents: number;
                            providerAdjustments: {
                                accountKind: string;
                                cents: number;
                                claim: {
                                    id: number;
                                    patientControlNumber: string;
                                } | null;
                                label: string;
                                number: number;
                                providerId: string;
                                reasonCode: string;
                                referenceId: string | null;
                                source: {
                                    /** Format: uuid */
                                    fileId: string;
                                    fileName: string;
                                    segmentFrom: number;
                                    segmentTo: number;
                                };
                            }[];
                            reason: string | null;
                            reasonCode: string | null;
                            source: {
                                /** Format: uuid */
                                fileId: string;
                                fileName: string;
                                segmentFrom: number;
                                segmentTo: number;
                            };
                            traceNumber: string;
                            unmatchedClaims: number;
                            /** @enum {string} */
                            verdict: "posted" | "recorded" | "quarantined" | "held" | "duplicate" | "refused";
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/remittances/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a file of remittances would post; the body is its bytes, and nothing is kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            otherSets: number;
                            readBeforeAs: string | null;
                            sets: {
                                accounts: {
                                    cents: number;
                                    kind: string;
                                }[];
                                claims: number;
                                control: string;
                                reason: string | null;
                                reasonCode: string | null;
                                remittance: {
                                    balance: {
                                        equations: {
                                            claimNumber: number | null;
                                            differenceCents: number;
                                            left: number;
                                            /** @enum {string} */
                                            level: "transaction" | "claim" | "line";
                                            lineNumber: number | null;
                                            right: number;
                                        }[];
                                        faults: {
                                            [key: string]: unknown;
                                        }[];
                                    };
                                    effectiveOn: string | null;
                                    paidCents: number;
                                    payer: string;
                                    paymentMethod: string;
                                    providerAdjustments: {
                                        accountKind: string;
                                        cents: number;
                                        claim: {
                                            id: number;
                                            patientControlNumber: string;
                                        } | null;
                                        label: string;
                                        number: number;
                                        providerId: string;
                                        reasonCode: string;
                                        referenceId: string | null;
                                    }[];
                                    traceNumber: string;
                                    unmatchedClaims: number;
                                } | null;
                                shownClaims: {
                                    adjustments: {
                                        cents: number;
                                        groupCode: string;
                                        lineNumber: number;
                                        reasonCode: string;
                                        treatment: string;
                                        words: string;
                                    }[];
                                    chargedCents: number;
                                    claimId: number | null;
                                    matchRule: string;
                                    number: number;
                                    outcome: string;
                                    paidCents: number;
                                    patientControlNumber: string;
                                    patientName: string | null;
                                    patientResponsibilityCents: number | null;
                                    payerClaimControlNumber: string | null;
                                    remarkCodes: string[];
                                    serviceFrom: string | null;
                                    statusCode: string;
                                }[];
                                transferCount: number;
                                transfers: {
                                    cents: number;
                                    claimId: number | null;
                                    claimNumber: number | null;
                                    credit: string;
                                    debit: string;
                                    /** Format: date */
                                    effectiveOn: string;
                                    groupCode: string | null;
                                    kind: string;
                                    lateFor: string | null;
                                    lineNumber: number | null;
                                    patientControlNumber: string | null;
                                    reasonCode: string | null;
                                    takesBack: boolean;
                                }[];
                                /** @enum {string} */
                                verdict: "posted" | "recorded" | "quarantined" | "held" | "duplicate" | "refused";
                                work: {
                                    cents: number;
                                    count: number;
                                    kind: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the money is and is lost, as of a day; the newest day in the files by default */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            aging: {
                                buckets: {
                                    /** @enum {string} */
                                    bucket: "0-30" | "31-60" | "61-90" | "91-120" | ">120" | "undated";
                                    claims: number;
                                    insuranceCents: number;
                                    patientCents: number;
                                }[];
                                creditInsuranceCents: number;
                                creditPatientCents: number;
                                insuranceCents: number;
                                patientCents: number;
                            };
                            /** Format: date */
                            asOf: string;
                            denials: {
                                byCategory: {
                                    cents: number;
                                    count: number;
                                    key: string;
                                    label: string;
                                }[];
                                byOrigin: {
                                    cents: number;
                                    count: number;
                                    process: string;
                                    stage: string;
                                }[];
                                byPayer: {
                                    cents: number;
                                    count: number;
                                    key: string;
                                    label: string;
                                }[];
                                byPayerAndReason: {
                                    cents: number;
                                    count: number;
                                    label: string;
                                    payer: string;
                                    payerKey: string;
                                    reasonCode: string;
                                }[];
                                byReason: {
                                    cents: number;
                                    count: number;
                                    key: string;
                                    label: string;
                                }[];
                                byStage: {
                                    cents: number;
                                    count: number;
                                    key: string;
                                    label: string;
                                }[];
                                cents: number;
                                claims: number;
                                count: number;
                                dueWithin7DaysCents: number;
                                dueWithin7DaysCount: number;
                                openCents: number;
                                preventableCents: number;
                            };
                            first: {
                                cents: number;
                                code: string;
                                count: number;
                                figure: string;
                                filter: {
                                    [key: string]: string;
                                };
                                role: string;
                                values: {
                                    [key: string]: string | number;
                                };
                            }[];
                            measures: {
                                /** Format: date */
                                asOf: string;
                                by: string | null;
                                cents: number | null;
                                dateBasis: string;
                                denominator: number | null;
                                figure: string | null;
                                formula: string;
                                key: string | null;
                                label: string | null;
                                measure: string;
                                numerator: number | null;
                                remark: string | null;
                                target: {
                                    /** @enum {string} */
                                    better: "higher" | "lower";
                                    floor: number;
                                    source: string;
                                    top: number | null;
                                } | null;
                                /** @enum {string} */
                                unit: "share" | "days" | "cents" | "count";
                                value: number | null;
                                why: {
                                    code: string;
                                    text: string;
                                } | null;
                            }[];
                            money: {
                                allowed: number;
                                charged: number;
                                contractual: number;
                                denied: number;
                                open: number;
                                paid: number;
                                patient: number;
                                waterfall: {
                                    cents: number;
                                    figure: string;
                                    step: string;
                                }[];
                            };
                            payers: {
                                allowedCents: number;
                                chargedCents: number;
                                claims: number;
                                deniedCents: number;
                                initialDenialRate: number | null;
                                key: string;
                                medianDaysToPayment: number | null;
                                name: string;
                                openCents: number;
                                paidCents: number;
                                payerId: number;
                            }[];
                            read: {
                                claims: number;
                                duplicates: number;
                                files: number;
                                periodFrom: string | null;
                                periodThrough: string | null;
                                refusals: {
                                    /** Format: uuid */
                                    fileId: string;
                                    name: string;
                                    reason: string | null;
                                    reasonCode: string | null;
                                }[];
                                refused: number;
                                remittances: number;
                                withIssues: number;
                            };
                            trend: {
                                chargedCents: number;
                                deniedCents: number;
                                month: string;
                                paidCents: number;
                            }[];
                            unexplained: {
                                heldCents: number;
                                heldRemittances: number;
                                quarantinedCents: number;
                                quarantinedRemittances: number;
                                recoupmentCents: number;
                                remittancesWithoutDeposit: number | null;
                                remittancesWithoutDepositCents: number | null;
                                suspenseCents: number;
                                unappliedCashCents: number;
                                unmatchedClaims: number;
                                unmatchedClaimsCents: number;
                                unmatchedDeposits: number | null;
                                unmatchedDepositsCents: number | null;
                                unmatchedReversalCents: number;
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/report/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every measure with its formula, whole and by payer, provider, facility or cause */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                    by?: "payer" | "stage" | "category" | "code" | "process" | "provider" | "facility";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: date */
                                asOf: string;
                                by: string | null;
                                cents: number | null;
                                dateBasis: string;
                                denominator: number | null;
                                figure: string | null;
                                formula: string;
                                key: string | null;
                                label: string | null;
                                measure: string;
                                numerator: number | null;
                                remark: string | null;
                                target: {
                                    /** @enum {string} */
                                    better: "higher" | "lower";
                                    floor: number;
                                    source: string;
                                    top: number | null;
                                } | null;
                                /** @enum {string} */
                                unit: "share" | "days" | "cents" | "count";
                                value: number | null;
                                why: {
                                    code: string;
                                    text: string;
                                } | null;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/report/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows that a figure of the report counts; their values add up to it */
        get: {
            parameters: {
                query: {
                    after?: string;
                    asOf?: string;
                    category?: string;
                    code?: string;
                    facility?: string;
                    figure: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    month?: string;
                    part?: "numerator" | "denominator";
                    payer?: string;
                    process?: string;
                    provider?: string;
                    stage?: string;
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                category: string | null;
                                cents: number | null;
                                claimId: number | null;
                                days: number | null;
                                groupCode: string | null;
                                id: string;
                                /** @enum {string} */
                                kind: "claim" | "line" | "denial" | "remittance-claim" | "remittance" | "account" | "deposit";
                                label: string | null;
                                lineNumber: number | null;
                                on: string | null;
                                patientControlNumber: string | null;
                                patientName: string | null;
                                payer: string | null;
                                reasonCode: string | null;
                                remittanceId: number | null;
                                stage: string | null;
                                state: string | null;
                                value: number;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/responsibility-transfers/{transfer}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move what a person moved back whence it came, while all of it is still open */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                    transfer: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                cents: number;
                                /** @enum {string} */
                                direction: "to-patient" | "to-payer";
                                id: number;
                                lineNumber: number;
                                /** Format: date */
                                movedOn: string;
                                reason: string;
                                recordedBy: string;
                                standingCents: number;
                                undoneOn: string | null;
                                undoReason: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every role with what it allows */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                permissions: string[];
                                /** @enum {string} */
                                role: "front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator";
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/saved-filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The filters that the reader saved for a page */
        get: {
            parameters: {
                query: {
                    page: string;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                id: number;
                                name: string;
                                page: string;
                                query: {
                                    [key: string]: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Save a filter under a name; the same name is saved over */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        page: string;
                        query: {
                            [key: string]: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            page: string;
                            query: {
                                [key: string]: string;
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/saved-filters/{filter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a filter of one's own */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    filter: number;
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Patients, claims, payments and codes that a text may mean, a few of each */
        get: {
            parameters: {
                query: {
                    text: string;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claims: {
                                id: number;
                                patientControlNumber: string;
                                patientName: string;
                                payerClaimControlNumber: string | null;
                                serviceFrom: string | null;
                                state: string;
                            }[];
                            codes: {
                                code: string;
                                codeSet: string;
                                label: string;
                            }[];
                            patients: {
                                chartNumber: string | null;
                                city: string | null;
                                dateOfBirth: string | null;
                                firstName: string | null;
                                gender: string | null;
                                id: number;
                                isRegistered: boolean;
                                lastName: string;
                                memberId: string | null;
                                middleName: string | null;
                                payer: string | null;
                                phone: string | null;
                                state: string | null;
                                suffix: string | null;
                            }[];
                            payments: {
                                cents: number;
                                id: number;
                                /** @enum {string} */
                                kind: "remittance" | "deposit";
                                on: string | null;
                                payer: string;
                                traceNumber: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is set up and what is missing, computed from what is on file */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                has: number;
                                isDone: boolean;
                                /** @enum {string} */
                                item: "submitter" | "billing-provider" | "facilities" | "providers" | "payers" | "enrollments" | "prices" | "fee-schedules" | "code-sets" | "people" | "statement" | "patients";
                                of: number;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/statement-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue statements to all accounts that are to get one, or to one account */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        account?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            hasMore: boolean;
                            id: number | null;
                            /** Format: date */
                            issuedOn: string;
                            mailedOn: string | null;
                            rows: {
                                account: string;
                                leftOut: {
                                    cents: number;
                                    claimId: number;
                                    /** @enum {string} */
                                    why: "with-payer" | "too-fresh";
                                }[];
                                name: string;
                                /** @enum {string} */
                                outcome: "send" | "not";
                                owedCents: number;
                                reasons: ("nothing-owed" | "hold" | "dispute" | "bad-address" | "aid-requested" | "bankruptcy" | "deceased" | "no-address" | "told-lately" | "with-payer" | "too-fresh" | "covered-by-payments" | "below-minimum")[];
                                statement: {
                                    id: number;
                                    number: string;
                                } | null;
                            }[];
                            sends: number;
                            sendsCents: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/statement-runs/{run}/mailed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that the letters of a run left the house */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                    run: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            statementIds: number[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/statement-runs/{run}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All statements of a run in one PDF for the printer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                    run: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/statement-runs/{run}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take all statements of a run back before it is mailed */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                    run: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            statementIds: number[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/statement-runs/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a run of statements would do today with every account, and why not */
        get: {
            parameters: {
                query?: {
                    account?: string;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            hasMore: boolean;
                            id: number | null;
                            /** Format: date */
                            issuedOn: string;
                            mailedOn: string | null;
                            rows: {
                                account: string;
                                leftOut: {
                                    cents: number;
                                    claimId: number;
                                    /** @enum {string} */
                                    why: "with-payer" | "too-fresh";
                                }[];
                                name: string;
                                /** @enum {string} */
                                outcome: "send" | "not";
                                owedCents: number;
                                reasons: ("nothing-owed" | "hold" | "dispute" | "bad-address" | "aid-requested" | "bankruptcy" | "deceased" | "no-address" | "told-lately" | "with-payer" | "too-fresh" | "covered-by-payments" | "below-minimum")[];
                                statement: {
                                    id: number;
                                    number: string;
                                } | null;
                            }[];
                            sends: number;
                            sendsCents: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statements, the newest first */
        get: {
            parameters: {
                query?: {
                    account?: string;
                    after?: string;
                    format?: "json" | "csv" | "xlsx";
                    limit?: number;
                    run?: number;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                account: string;
                                claims: number;
                                /** Format: date */
                                dueOn: string;
                                id: number;
                                /** Format: date */
                                issuedOn: string;
                                name: string;
                                number: string;
                                owedCents: number;
                                runId: number;
                                /** @enum {string} */
                                state: "issued" | "mailed" | "void";
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/statements/{statement}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One statement with everything it says */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                    statement: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: string;
                            claims: number;
                            content: {
                                account: string;
                                addressee: {
                                    lines: string[];
                                    name: string;
                                };
                                aging: {
                                    [key: string]: number;
                                };
                                /** Format: date */
                                dueOn: string;
                                helpNotice: string;
                                /** Format: date */
                                issuedOn: string;
                                /** @enum {string} */
                                level: "first" | "second" | "third" | "final";
                                messages: string[];
                                number: string;
                                owedCents: number;
                                practice: {
                                    name: string;
                                    phone?: string;
                                    remitLines: string[];
                                };
                                unappliedCents: number;
                                /** @constant */
                                version: 1;
                                visits: {
                                    adjustedCents: number;
                                    chargedCents: number;
                                    claimId: number;
                                    insurancePaidCents: number;
                                    /** Format: date */
                                    on?: string;
                                    owedCents: number;
                                    paidCents: number;
                                    patient: string;
                                    payer: string;
                                    provider?: string;
                                    services: {
                                        chargedCents: number;
                                        words: string;
                                    }[];
                                    shares: {
                                        cents: number;
                                        words: string;
                                    }[];
                                }[];
                                waysToPay: string[];
                            };
                            /** Format: date */
                            dueOn: string;
                            id: number;
                            /** Format: date */
                            issuedOn: string;
                            name: string;
                            number: string;
                            owedCents: number;
                            runId: number;
                            /** @enum {string} */
                            state: "issued" | "mailed" | "void";
                            voidReason: string | null;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/statements/{statement}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A statement as a PDF, the same bytes whenever it is asked for */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                    statement: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/statements/{statement}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a statement back before it is mailed */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                    statement: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            statementIds: number[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The users of the practice with their roles in it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                authenticator: boolean;
                                email: string;
                                id: string;
                                lastSeenAt: string | null;
                                name: string;
                                revision: number;
                                roles: ("front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator")[];
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a user to the practice */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        addExisting?: boolean;
                        email: string;
                        name: string;
                        password: string;
                        roles: ("front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator")[];
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/users/{user}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password for a user of this practice alone; his sessions end */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                    user: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/users/{user}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace a user's roles in the practice; his sessions end */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                    user: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        roles: ("front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator")[];
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/users/{user}/sessions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End every session of a user of this practice at once */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                    user: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people must do, by due date */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    assignedTo?: string;
                    claim?: number;
                    due?: "overdue" | "week" | "later" | "none";
                    format?: "json" | "csv" | "xlsx";
                    kind?: string;
                    limit?: number;
                    remittance?: number;
                    role?: string;
                    state?: "open" | "closed";
                    total?: "1";
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                actions: string[];
                                assignedTo: string | null;
                                cents: number;
                                closedAt: string | null;
                                closedBy: string | null;
                                closeReason: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                due: string | null;
                                evidence: {
                                    /** Format: uuid */
                                    fileId: string;
                                    fileName: string;
                                    segmentFrom: number;
                                    segmentTo: number;
                                }[];
                                id: number;
                                kind: string;
                                revision: number;
                                role: string;
                                /** @enum {string} */
                                state: "open" | "closed";
                                subject: {
                                    id: number;
                                    kind: string;
                                    label: string | null;
                                };
                                why: {
                                    [key: string]: unknown;
                                };
                                whyCode: string;
                                whyText: string;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/work/{workItem}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One work item with its evidence and what may be done about it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practice: string;
                    workItem: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actions: string[];
                            assignedTo: string | null;
                            cents: number;
                            closedAt: string | null;
                            closedBy: string | null;
                            closeReason: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            due: string | null;
                            evidence: {
                                /** Format: uuid */
                                fileId: string;
                                fileName: string;
                                segmentFrom: number;
                                segmentTo: number;
                            }[];
                            id: number;
                            kind: string;
                            revision: number;
                            role: string;
                            /** @enum {string} */
                            state: "open" | "closed";
                            subject: {
                                id: number;
                                kind: string;
                                label: string | null;
                            };
                            why: {
                                [key: string]: unknown;
                            };
                            whyCode: string;
                            whyText: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Assign a work item, or close it with a reason */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string;
                };
                path: {
                    practice: string;
                    workItem: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        assignedTo: string | null;
                    } | {
                        close: {
                            reason: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actions: string[];
                            assignedTo: string | null;
                            cents: number;
                            closedAt: string | null;
                            closedBy: string | null;
                            closeReason: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            due: string | null;
                            evidence: {
                                /** Format: uuid */
                                fileId: string;
                                fileName: string;
                                segmentFrom: number;
                                segmentTo: number;
                            }[];
                            id: number;
                            kind: string;
                            revision: number;
                            role: string;
                            /** @enum {string} */
                            state: "open" | "closed";
                            subject: {
                                id: number;
                                kind: string;
                                label: string | null;
                            };
                            why: {
                                [key: string]: unknown;
                            };
                            whyCode: string;
                            whyText: string;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/practices/{practice}/work/many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assign, date or close many work items, each judged alone; or preview that */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        change: {
                            assignedTo: string | null;
                        } | {
                            due: string | null;
                        } | {
                            close: {
                                reason: string;
                            };
                        };
                        isPreview: boolean;
                        items: {
                            id: number;
                            revision: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bulkChangeId: number | null;
                            cents: number;
                            changed: number;
                            rows: {
                                id: number;
                                /** @enum {string} */
                                outcome: "changed" | "work_unknown" | "work_closed" | "revision_changed" | "work_not_closable";
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/work/many/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo one's last change of many work items, where nobody changed them since */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bulkChangeId: number | null;
                            cents: number;
                            changed: number;
                            rows: {
                                id: number;
                                /** @enum {string} */
                                outcome: "changed" | "work_unknown" | "work_closed" | "revision_changed" | "work_not_closable";
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was given up of what payers owed, with why and what of it stands, the newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    avoidable?: "yes" | "no";
                    claim?: number;
                    format?: "json" | "csv" | "xlsx";
                    from?: string;
                    limit?: number;
                    reason?: "timely-filing" | "no-authorization" | "not-eligible" | "registration-error" | "coding-error" | "records-missing" | "not-enrolled" | "appeal-late" | "appeal-lost" | "not-covered" | "bundled" | "contract-terms" | "small-balance" | "duplicate-charge" | "payer-insolvent" | "administrative";
                    through?: string;
                };
                header?: never;
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf?: string;
                            next: string | null;
                            rows: {
                                approvalId: number | null;
                                cents: number;
                                claimId: number;
                                id: number;
                                isAvoidable: boolean;
                                lineNumber: number;
                                patientControlNumber: string;
                                payer: string;
                                reasonCode: string;
                                recordedBy: string;
                                remark: string;
                                standingCents: number;
                                undoneBy: string | null;
                                undoneOn: string | null;
                                undoReason: string | null;
                                /** Format: date */
                                writtenOffOn: string;
                            }[];
                            total?: {
                                cents?: number;
                                count: number;
                                counts?: {
                                    [key: string]: {
                                        [key: string]: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/write-offs/{writeOff}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a write-off back with a reason; what it gave up is expected again */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                    writeOff: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claimId: number;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practice}/write-offs/many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up on many claims, each judged alone; or preview that */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    practice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        claims: number[];
                        isAvoidable?: boolean;
                        isPreview: boolean;
                        /** @enum {string} */
                        reasonCode: "timely-filing" | "no-authorization" | "not-eligible" | "registration-error" | "coding-error" | "records-missing" | "not-enrolled" | "appeal-late" | "appeal-lost" | "not-covered" | "bundled" | "contract-terms" | "small-balance" | "duplicate-charge" | "payer-insolvent" | "administrative";
                        /** @default  */
                        remark?: string;
                        /** @enum {string} */
                        scope: "denied" | "open";
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                approvalId: number | null;
                                cents: number;
                                claimId: number;
                                code: string | null;
                                /** @enum {string} */
                                outcome: "written-off" | "waiting" | "refused";
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, where and what he may do */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            anywhere: ("practice.read" | "practice.manage" | "practice.create" | "code-set.load" | "provider.write" | "masters.write" | "enrollment.write" | "patient.read" | "patient.write" | "appointment.read" | "appointment.write" | "authorization.write" | "eligibility.ask" | "patient-payment.collect" | "patient-payment.reverse" | "patient-account.read" | "patient-account.write" | "statement.send" | "claim.read" | "claim.annotate" | "claim.write" | "remittance.read" | "remittance.write" | "file.read" | "file.import" | "report.read" | "edit.read" | "edit.write" | "work.read" | "work.write" | "ledger.read" | "ledger.close" | "money.approve" | "adjustment-policy.write" | "refund.write" | "write-off.write" | "audit.read" | "user.manage" | "api-token.manage")[];
                            isLocalOwner: boolean;
                            permissions: {
                                [key: string]: ("practice.read" | "practice.manage" | "practice.create" | "code-set.load" | "provider.write" | "masters.write" | "enrollment.write" | "patient.read" | "patient.write" | "appointment.read" | "appointment.write" | "authorization.write" | "eligibility.ask" | "patient-payment.collect" | "patient-payment.reverse" | "patient-account.read" | "patient-account.write" | "statement.send" | "claim.read" | "claim.annotate" | "claim.write" | "remittance.read" | "remittance.write" | "file.read" | "file.import" | "report.read" | "edit.read" | "edit.write" | "work.read" | "work.write" | "ledger.read" | "ledger.close" | "money.approve" | "adjustment-policy.write" | "refund.write" | "write-off.write" | "audit.read" | "user.manage" | "api-token.manage")[];
                            };
                            practices: {
                                actingRole: ("front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator") | null;
                                businessDate: string | null;
                                id: string;
                                /** @enum {string} */
                                kind: "practice" | "own-files" | "demo";
                                name: string;
                                roles: ("front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator")[];
                                timeZone: string;
                            }[];
                            user: {
                                email: string;
                                id: string;
                                name: string;
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Sign in with e-mail, password and, where set up, a code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code?: string;
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            anywhere: ("practice.read" | "practice.manage" | "practice.create" | "code-set.load" | "provider.write" | "masters.write" | "enrollment.write" | "patient.read" | "patient.write" | "appointment.read" | "appointment.write" | "authorization.write" | "eligibility.ask" | "patient-payment.collect" | "patient-payment.reverse" | "patient-account.read" | "patient-account.write" | "statement.send" | "claim.read" | "claim.annotate" | "claim.write" | "remittance.read" | "remittance.write" | "file.read" | "file.import" | "report.read" | "edit.read" | "edit.write" | "work.read" | "work.write" | "ledger.read" | "ledger.close" | "money.approve" | "adjustment-policy.write" | "refund.write" | "write-off.write" | "audit.read" | "user.manage" | "api-token.manage")[];
                            isLocalOwner: boolean;
                            permissions: {
                                [key: string]: ("practice.read" | "practice.manage" | "practice.create" | "code-set.load" | "provider.write" | "masters.write" | "enrollment.write" | "patient.read" | "patient.write" | "appointment.read" | "appointment.write" | "authorization.write" | "eligibility.ask" | "patient-payment.collect" | "patient-payment.reverse" | "patient-account.read" | "patient-account.write" | "statement.send" | "claim.read" | "claim.annotate" | "claim.write" | "remittance.read" | "remittance.write" | "file.read" | "file.import" | "report.read" | "edit.read" | "edit.write" | "work.read" | "work.write" | "ledger.read" | "ledger.close" | "money.approve" | "adjustment-policy.write" | "refund.write" | "write-off.write" | "audit.read" | "user.manage" | "api-token.manage")[];
                            };
                            practices: {
                                actingRole: ("front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator") | null;
                                businessDate: string | null;
                                id: string;
                                /** @enum {string} */
                                kind: "practice" | "own-files" | "demo";
                                name: string;
                                roles: ("front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator")[];
                                timeZone: string;
                            }[];
                            user: {
                                email: string;
                                id: string;
                                name: string;
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Sign out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @constant */
                            done: true;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/local-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in as the local owner with the one-time token printed at the machine */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            anywhere: ("practice.read" | "practice.manage" | "practice.create" | "code-set.load" | "provider.write" | "masters.write" | "enrollment.write" | "patient.read" | "patient.write" | "appointment.read" | "appointment.write" | "authorization.write" | "eligibility.ask" | "patient-payment.collect" | "patient-payment.reverse" | "patient-account.read" | "patient-account.write" | "statement.send" | "claim.read" | "claim.annotate" | "claim.write" | "remittance.read" | "remittance.write" | "file.read" | "file.import" | "report.read" | "edit.read" | "edit.write" | "work.read" | "work.write" | "ledger.read" | "ledger.close" | "money.approve" | "adjustment-policy.write" | "refund.write" | "write-off.write" | "audit.read" | "user.manage" | "api-token.manage")[];
                            isLocalOwner: boolean;
                            permissions: {
                                [key: string]: ("practice.read" | "practice.manage" | "practice.create" | "code-set.load" | "provider.write" | "masters.write" | "enrollment.write" | "patient.read" | "patient.write" | "appointment.read" | "appointment.write" | "authorization.write" | "eligibility.ask" | "patient-payment.collect" | "patient-payment.reverse" | "patient-account.read" | "patient-account.write" | "statement.send" | "claim.read" | "claim.annotate" | "claim.write" | "remittance.read" | "remittance.write" | "file.read" | "file.import" | "report.read" | "edit.read" | "edit.write" | "work.read" | "work.write" | "ledger.read" | "ledger.close" | "money.approve" | "adjustment-policy.write" | "refund.write" | "write-off.write" | "audit.read" | "user.manage" | "api-token.manage")[];
                            };
                            practices: {
                                actingRole: ("front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator") | null;
                                businessDate: string | null;
                                id: string;
                                /** @enum {string} */
                                kind: "practice" | "own-files" | "demo";
                                name: string;
                                roles: ("front-desk" | "authorization" | "provider" | "coder" | "biller" | "poster" | "denial-specialist" | "ar-follow-up" | "manager" | "credentialing" | "auditor" | "patient" | "owner" | "administrator" | "operator")[];
                                timeZone: string;
                            }[];
                            user: {
                                email: string;
                                id: string;
                                name: string;
                            };
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own live sessions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                address: string | null;
                                createdAt: string;
                                current: boolean;
                                endsAt: string;
                                id: string;
                                lastSeenAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one's own sessions */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    session: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @constant */
                            done: true;
                        };
                    };
                };
                /** @description Refused or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            code: string;
            detail: string;
            fields?: {
                code: string;
                field: string;
                message: string;
            }[];
            requestId: string;
            status: number;
            title: string;
            type: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
