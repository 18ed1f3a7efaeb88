/**
 * Who is in the courses of LMSs, read on a timer. In: lists by Names and Roles Provisioning Services and by Moodle's web services;
 * out: people, members of courses, and that learners are enrolled.
 */
@NullMarked
package org.laurelbridge.bridge.roster;

import org.jspecify.annotations.NullMarked;
