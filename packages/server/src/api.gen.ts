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
                        kind?: "practice" | "own-files";
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
        get?: never;
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
                            anywhere: ("practice.read" | "practice.manage" | "practice.create" | "claim.read" | "claim.annotate" | "claim.write" | "remittance.read" | "remittance.write" | "file.read" | "file.import" | "report.read" | "work.read" | "work.write" | "ledger.read" | "audit.read" | "user.manage" | "api-token.manage")[];
                            isLocalOwner: boolean;
                            permissions: {
                                [key: string]: ("practice.read" | "practice.manage" | "practice.create" | "claim.read" | "claim.annotate" | "claim.write" | "remittance.read" | "remittance.write" | "file.read" | "file.import" | "report.read" | "work.read" | "work.write" | "ledger.read" | "audit.read" | "user.manage" | "api-token.manage")[];
                            };
                            practices: {
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
                            anywhere: ("practice.read" | "practice.manage" | "practice.create" | "claim.read" | "claim.annotate" | "claim.write" | "remittance.read" | "remittance.write" | "file.read" | "file.import" | "report.read" | "work.read" | "work.write" | "ledger.read" | "audit.read" | "user.manage" | "api-token.manage")[];
                            isLocalOwner: boolean;
                            permissions: {
                                [key: string]: ("practice.read" | "practice.manage" | "practice.create" | "claim.read" | "claim.annotate" | "claim.write" | "remittance.read" | "remittance.write" | "file.read" | "file.import" | "report.read" | "work.read" | "work.write" | "ledger.read" | "audit.read" | "user.manage" | "api-token.manage")[];
                            };
                            practices: {
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
                            anywhere: ("practice.read" | "practice.manage" | "practice.create" | "claim.read" | "claim.annotate" | "claim.write" | "remittance.read" | "remittance.write" | "file.read" | "file.import" | "report.read" | "work.read" | "work.write" | "ledger.read" | "audit.read" | "user.manage" | "api-token.manage")[];
                            isLocalOwner: boolean;
                            permissions: {
                                [key: string]: ("practice.read" | "practice.manage" | "practice.create" | "claim.read" | "claim.annotate" | "claim.write" | "remittance.read" | "remittance.write" | "file.read" | "file.import" | "report.read" | "work.read" | "work.write" | "ledger.read" | "audit.read" | "user.manage" | "api-token.manage")[];
                            };
                            practices: {
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
